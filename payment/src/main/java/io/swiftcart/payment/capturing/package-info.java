/**
 * Taking money that was reserved before: {@code CaptureResource} to {@code CapturePayment}, which
 * takes one step on the payment.
 */
@NullMarked
package io.swiftcart.payment.capturing;

import org.jspecify.annotations.NullMarked;
