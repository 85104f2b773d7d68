/**
 * Giving money back: {@code RefundResource} to {@code RefundPayment}, which takes one step on the
 * payment. What is being refunded counts as gone while its outcome is open, so that no two refunds
 * together exceed what was captured.
 */
@NullMarked
package io.swiftcart.payment.refunding;

import org.jspecify.annotations.NullMarked;
