/**
 * The cart's own view of products. {@code ProductListener} takes each fact of {@code
 * catalog.products.v1} over; {@code RereadTopic} has the topic read from its beginning when the
 * store has lost the view.
 */
@NullMarked
package io.swiftcart.cart.products;

import org.jspecify.annotations.NullMarked;
