package io.swiftcart.payment.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One transition of a payment, written as a whole.
 *
 * @param basedOn the version that {@code payment} was computed from; 0 for a payment that begins
 * @param attempt the attempt that was opened or whose status changed, if any
 * @param facts what others are told, in order
 */
public record Change(
        long basedOn, Payment payment, @Nullable Attempt attempt, List<PaymentFact> facts) {}
