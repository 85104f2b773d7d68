package io.swiftcart.payment.domain;

import java.util.UUID;

/** The order that is paid for. There is one payment for each. */
public record OrderId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
