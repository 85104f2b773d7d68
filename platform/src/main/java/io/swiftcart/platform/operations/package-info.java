/**
 * The operators' pages: dead letters to list, read and send again, and what must hold. Internal;
 * the gateway merges those of all services and is the door for people.
 */
@NullMarked
package io.swiftcart.platform.operations;

import org.jspecify.annotations.NullMarked;
