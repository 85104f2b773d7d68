/**
 * Stock as its keepers see it: make it, read it, correct it, follow its movements. {@code
 * StockResource} → {@code AddStock} or {@code AdjustStock} → {@code ledger}; reads go from SQL
 * straight to a view. A correction names the version that it was based on, so that two keepers
 * cannot overwrite each other.
 */
@NullMarked
package io.swiftcart.inventory.stock;

import org.jspecify.annotations.NullMarked;
