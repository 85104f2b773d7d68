package io.swiftcart.inventory.domain;

import java.util.UUID;

/** The order that a hold belongs to; the idempotency key of every command about it. */
public record OrderId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
