/**
 * The operators' pages about dead letters: list them, read them, send them again. Internal; the
 * gateway merges those of all services and is the door for people.
 */
@NullMarked
package io.swiftcart.platform.operations;

import org.jspecify.annotations.NullMarked;
