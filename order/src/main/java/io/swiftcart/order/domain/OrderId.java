package io.swiftcart.order.domain;

import java.util.UUID;

/** Id of an order, a UUIDv7; also the idempotency key of every command about it. */
public record OrderId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
