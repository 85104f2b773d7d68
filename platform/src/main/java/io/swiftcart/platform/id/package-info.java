/**
 * Identifiers: time-ordered UUIDs for what is stored, unguessable secrets for what opens a door.
 */
@NullMarked
package io.swiftcart.platform.id;

import org.jspecify.annotations.NullMarked;
