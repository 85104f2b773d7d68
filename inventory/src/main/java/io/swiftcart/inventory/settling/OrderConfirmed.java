package io.swiftcart.inventory.settling;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.swiftcart.inventory.domain.Lines;
import io.swiftcart.inventory.domain.Lines.Line;
import io.swiftcart.inventory.domain.OrderId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What the inventory reads of a fact on {@code orders.confirmed.v1} (key order id, at least once):
 * the order stands, so its units are sold.
 *
 * @param eventId of the one transition; seen again, it changes nothing
 */
@RegisterForReflection(registerFullHierarchy = true)
record OrderConfirmed(UUID eventId, Order order) {

    OrderConfirmed {
        Objects.requireNonNull(eventId);
        Objects.requireNonNull(order);
    }

    /** The order; the items only matter when there is no hold of it. */
    record Order(UUID orderId, List<Item> items) {
        Order {
            Objects.requireNonNull(orderId);
            items = List.copyOf(items);
        }
    }

    /** So many units of a SKU. */
    record Item(String sku, int qty) {
        Item {
            Objects.requireNonNull(sku);
        }
    }

    OrderId orderId() {
        return new OrderId(order.orderId());
    }

    Lines lines() {
        return Lines.of(
                order.items().stream().map(item -> new Line(item.sku(), item.qty())).toList());
    }
}
