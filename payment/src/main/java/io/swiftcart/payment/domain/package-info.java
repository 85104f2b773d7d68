/**
 * What a payment is and how it may change, without I/O, clock or framework. Start with {@code
 * Payment}: a command opens an {@code Attempt}, the provider's word arrives as a {@code
 * ProviderReply}, and {@code Payment.settle} says what it means. At most one attempt of a payment
 * is open, so two of its steps never run beside each other.
 */
@NullMarked
package io.swiftcart.payment.domain;

import org.jspecify.annotations.NullMarked;
