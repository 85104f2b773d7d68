/**
 * A stored checkout on its way to its end: {@code CheckoutRunner} sends the saga's commands and
 * feeds it the replies, {@code FinishCheckout} writes the end, {@code CheckoutDeadlines} takes over
 * what a crash or a slow neighbour has left.
 */
@NullMarked
package io.swiftcart.order.checkout;

import org.jspecify.annotations.NullMarked;
