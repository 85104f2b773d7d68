/**
 * What Redis remembers of availability: after each commit the new number is written under the SKU
 * with its version and the time of writing, and means nothing a few seconds later. It answers reads
 * and warns a reservation that PostgreSQL will probably refuse; nothing is sold or refused on its
 * word, so it may be away, flushed or restored from an old dump.
 */
@NullMarked
package io.swiftcart.inventory.hint;

import org.jspecify.annotations.NullMarked;
