package io.swiftcart.payment.domain;

import io.swiftcart.platform.money.Money;

/**
 * What was agreed when the payment began; never changes.
 *
 * @param capture whether the money is taken together with the authorisation
 */
public record Terms(Money amount, PaymentMethod method, boolean capture) {

    public Terms {
        if (amount.minorUnits() <= 0) {
            throw new IllegalArgumentException("A payment is about more than nothing");
        }
    }
}
