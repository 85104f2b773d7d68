package io.swiftcart.inventory.settling;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.swiftcart.inventory.domain.OrderId;
import java.util.Objects;
import java.util.UUID;

/**
 * What the inventory reads of a fact on {@code orders.failed.v1} or {@code orders.cancelled.v1}
 * (key order id, at least once): the order came to nothing, so it needs no units.
 *
 * @param eventId of the one transition; seen again, it changes nothing
 */
@RegisterForReflection(registerFullHierarchy = true)
record OrderEnded(UUID eventId, Order order) {

    OrderEnded {
        Objects.requireNonNull(eventId);
        Objects.requireNonNull(order);
    }

    /** The order. */
    record Order(UUID orderId) {
        Order {
            Objects.requireNonNull(orderId);
        }
    }

    OrderId orderId() {
        return new OrderId(order.orderId());
    }
}
