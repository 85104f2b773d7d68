/** Listens to {@code catalog.products.v1} and keeps the local view of products in step. */
@NullMarked
package io.swiftcart.order.products;

import org.jspecify.annotations.NullMarked;
