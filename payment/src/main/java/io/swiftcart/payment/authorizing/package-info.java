/**
 * Taking the money of an order: {@code PaymentResource} to {@code AuthorizePayment}, which writes
 * the payment with its first attempt, asks the provider, and answers with what came of it. One
 * payment per order, whoever asks and however often: a repeat finds the first one, and asks the
 * provider again if that one has no outcome yet.
 */
@NullMarked
package io.swiftcart.payment.authorizing;

import org.jspecify.annotations.NullMarked;
