/**
 * Orders without a session: {@code OrderResource} reads the request, {@code PlaceOrder} prices it,
 * has it recorded, hands the checkout over and waits for its end as long as the caller will.
 */
@NullMarked
package io.swiftcart.order.placing;

import org.jspecify.annotations.NullMarked;
