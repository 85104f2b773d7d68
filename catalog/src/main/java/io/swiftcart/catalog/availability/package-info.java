/**
 * How many of each SKU can be sold, as inventory last said: a copy for product pages and the stock
 * filter, never the basis of a sale. {@code StockListener} takes a fact, {@code RecordAvailability}
 * keeps it when it is newer than what is known.
 */
@NullMarked
package io.swiftcart.catalog.availability;

import org.jspecify.annotations.NullMarked;
