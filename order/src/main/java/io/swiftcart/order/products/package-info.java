/**
 * The local view of products, fed by {@code catalog.products.v1}, from which orders are priced.
 */
@NullMarked
package io.swiftcart.order.products;

import org.jspecify.annotations.NullMarked;
