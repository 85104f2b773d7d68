/**
 * What Redis remembers of availability: after each commit the new number is written under the SKU
 * with its version, and forgotten after a few seconds. It answers reads and warns a reservation
 * that PostgreSQL will probably refuse; nothing is sold or refused on its word, so it may be away,
 * flushed or old.
 */
@NullMarked
package io.swiftcart.inventory.hint;

import org.jspecify.annotations.NullMarked;
