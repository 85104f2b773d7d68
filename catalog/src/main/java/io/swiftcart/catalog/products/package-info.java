/**
 * Products and their keeping. {@code ProductResource} → {@code AddProduct}, {@code ChangeProduct}
 * or {@code WithdrawProduct} → {@code ProductRepository} and the outbox: each change is one
 * transaction that also adds a {@code ProductChanged} with the full new state. Readers go through
 * {@code reading}.
 */
@NullMarked
package io.swiftcart.catalog.products;

import org.jspecify.annotations.NullMarked;
