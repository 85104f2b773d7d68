/**
 * From a request to a confirmed or failed order: {@code OrderResource} reads the request, {@code
 * PlaceOrder} prices and writes it in one statement, {@code CheckoutRunner} drives the saga against
 * inventory and payment, {@code CheckoutDeadlines} takes over what a crash or a slow neighbour has
 * left.
 */
@NullMarked
package io.swiftcart.order.placing;

import org.jspecify.annotations.NullMarked;
