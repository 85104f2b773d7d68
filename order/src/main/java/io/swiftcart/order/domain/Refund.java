package io.swiftcart.order.domain;

import io.swiftcart.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money given back on one order.
 *
 * @param restock the units that come back to the shelf; none unless asked for
 * @param failureReason once payment has refused
 */
public record Refund(
        UUID id,
        OrderId order,
        Money amount,
        String reason,
        List<Unit> restock,
        Status status,
        @Nullable String failureReason,
        Instant createdAt) {

    /** Where a refund stands. */
    public enum Status {
        /** Payment has not said yet what became of it. */
        PENDING,
        SUCCEEDED,
        FAILED
    }

    /** So many units of a SKU. */
    public record Unit(String sku, int qty) {}

    /** The money is back. */
    public Refund succeeded() {
        return as(Status.SUCCEEDED, null);
    }

    /** Payment has refused; nothing was given back. */
    public Refund failed(String why) {
        return as(Status.FAILED, why);
    }

    private Refund as(Status to, @Nullable String why) {
        return new Refund(id, order, amount, reason, restock, to, why, createdAt);
    }
}
