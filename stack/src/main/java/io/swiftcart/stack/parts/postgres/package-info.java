/**
 * PostgreSQL 18: a server of our own with explicit settings, one database and one role per service.
 * The data directory is made once, beside its final place, and renamed when complete; as root the
 * server runs as {@code nobody}, because it refuses root.
 */
@NullMarked
package io.swiftcart.stack.parts.postgres;

import org.jspecify.annotations.NullMarked;
