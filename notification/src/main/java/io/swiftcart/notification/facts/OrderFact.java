package io.swiftcart.notification.facts;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.swiftcart.notification.deliveries.Kind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a mail needs of a fact of {@code orders.confirmed|failed|cancelled|refunded.v1} (key order
 * id, at least once). Amounts are in the minor unit.
 *
 * @param eventId of the one transition; seen again, it changes nothing
 * @param payment null when nothing had been paid
 * @param refund of a refunded order alone
 * @param reason null for a confirmed order; of a cancelled one in the caller's own words
 */
@RegisterForReflection(registerFullHierarchy = true)
record OrderFact(
        UUID eventId,
        Body order,
        @Nullable Payment payment,
        @Nullable Refund refund,
        @Nullable String reason) {

    OrderFact {
        Objects.requireNonNull(eventId);
        Objects.requireNonNull(order);
    }

    /** The order at that transition. */
    record Body(
            UUID orderId, String orderNumber, List<Item> items, long totalAmount, String currency) {
        Body {
            Objects.requireNonNull(orderId);
            Objects.requireNonNull(orderNumber);
            Objects.requireNonNull(currency);
            items = List.copyOf(items);
        }
    }

    /** So many units of a SKU, at the price of one. */
    record Item(String sku, int qty, long unitPrice) {
        Item {
            Objects.requireNonNull(sku);
        }

        private JsonObject content() {
            return JsonObject.of("sku", sku, "qty", qty, "unitPrice", unitPrice);
        }
    }

    /** That something was paid. */
    record Payment(String status) {}

    /** What went back to the customer. */
    record Refund(long amount) {}

    /** What is kept until the mail is sent; a cancelling customer's own words are not. */
    JsonObject content(Kind kind) {
        JsonArray items = new JsonArray();
        order.items().forEach(item -> items.add(item.content()));
        return JsonObject.of(
                "orderNumber",
                order.orderNumber(),
                "items",
                items,
                "totalAmount",
                order.totalAmount(),
                "currency",
                order.currency(),
                "paid",
                payment != null,
                "refunded",
                refund == null ? 0 : refund.amount(),
                "reason",
                kind == Kind.FAILED && reason != null ? reason : "");
    }
}
