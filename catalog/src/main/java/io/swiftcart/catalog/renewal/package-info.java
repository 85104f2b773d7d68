/**
 * Tells the page cache of this replica what has changed elsewhere. Every replica reads {@code
 * catalog.products.v1} and {@code inventory.stock-updated.v1} in a group of its own, from the end
 * on: {@code PageListener} → {@code pages}. What cannot be read is passed over here; the consumers
 * that keep books of it tell.
 */
@NullMarked
package io.swiftcart.catalog.renewal;

import org.jspecify.annotations.NullMarked;
