package io.swiftcart.catalog.purchases;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue reads of a fact on {@code orders.confirmed.v1} (key order id, at least once).
 * A fact that lacks any of it does not parse and goes to the dead letters at once.
 */
@RegisterForReflection(registerFullHierarchy = true)
record OrderConfirmed(UUID eventId, Instant occurredAt, Order order) {

    OrderConfirmed {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(order, "order");
    }

    /**
     * The order that was confirmed.
     *
     * @param userId null for a guest, who cannot come back as the same customer
     */
    record Order(UUID orderId, @Nullable String userId, List<Item> items) {

        Order {
            Objects.requireNonNull(orderId, "orderId");
            items = List.copyOf(items);
        }
    }

    /** One line of it. */
    record Item(String sku) {

        Item {
            Objects.requireNonNull(sku, "sku");
        }
    }
}
