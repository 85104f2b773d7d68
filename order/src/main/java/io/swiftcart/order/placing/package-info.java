/**
 * From a request to a stored order: {@code OrderResource} reads the request, {@code PlaceOrder}
 * prices it and writes claim, order, checkout, history and fact in one transaction. Then it hands
 * the checkout over and waits for its end as long as the caller will.
 */
@NullMarked
package io.swiftcart.order.placing;

import org.jspecify.annotations.NullMarked;
