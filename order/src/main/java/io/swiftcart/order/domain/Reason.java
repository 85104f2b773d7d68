package io.swiftcart.order.domain;

import java.util.Locale;

/** Why an order failed or was taken back. */
public enum Reason {
    INSUFFICIENT_STOCK,
    PAYMENT_DECLINED,
    PAYMENT_METHOD_INVALID,
    PAYMENT_UNAVAILABLE,
    TIMED_OUT,
    /** An operator gave the checkout up. */
    GIVEN_UP,
    /** The customer, or somebody on their behalf, took the order back. */
    CANCELLED;

    /** Kebab-case name, as in problems, facts and {@code failureReason}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
