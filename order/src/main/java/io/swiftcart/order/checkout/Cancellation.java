package io.swiftcart.order.checkout;

import io.swiftcart.platform.idempotency.Claim;

/**
 * A wish to take an order back.
 *
 * @param claim the idempotency claim that the end of the checkout answers
 * @param by who wished it: {@code the customer} or {@code a manager}
 * @param reason in the caller's words
 */
public record Cancellation(Claim claim, String by, String reason) {}
