/**
 * Taking an order back before it is shipped: {@code CancelOrder} registers the wish with the
 * checkout in one transaction; the checkout then gives back what was taken and ends as any other.
 */
@NullMarked
package io.swiftcart.order.cancelling;

import org.jspecify.annotations.NullMarked;
