/**
 * Giving money back: {@code RefundResource} to {@code RefundPayment} for managers and machine
 * clients, {@code OrderRefundResource} to {@code RefundOrder} for the order service, which names a
 * refund by an id of its own; both take one step on the payment. What is being refunded counts as
 * gone while its outcome is open, so that no two refunds together exceed what was captured.
 */
@NullMarked
package io.swiftcart.payment.refunding;

import org.jspecify.annotations.NullMarked;
