package io.swiftcart.order.domain;

import java.util.Locale;

/** Why an order failed. */
public enum Reason {
    INSUFFICIENT_STOCK,
    PAYMENT_DECLINED,
    PAYMENT_METHOD_INVALID,
    PAYMENT_UNAVAILABLE,
    TIMED_OUT;

    /** Kebab-case name, as in problems, facts and {@code failureReason}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
