/**
 * Giving money back on an order that stands: {@code RefundOrder} registers the refund in one
 * transaction, {@code RefundRunner} asks payment and inventory for it, {@code RefundDeadlines}
 * takes up what was left. A second machine beside the checkout, of the same shape.
 */
@NullMarked
package io.swiftcart.order.refunding;

import org.jspecify.annotations.NullMarked;
