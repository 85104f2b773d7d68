package io.swiftcart.notification.facts;

import io.swiftcart.notification.deliveries.Kind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact of {@code orders.confirmed|failed|cancelled.v1}, as far as a mail needs it. Amounts are in
 * the minor unit.
 */
record OrderFact(UUID eventId, Body order, @Nullable String reason) {

    record Body(
            UUID orderId,
            String orderNumber,
            List<Item> items,
            long totalAmount,
            String currency) {}

    record Item(String sku, int qty, long unitPrice) {}

    JsonObject content(Kind kind) {
        JsonArray items = new JsonArray();
        order.items()
                .forEach(
                        item ->
                                items.add(
                                        JsonObject.of(
                                                "sku",
                                                item.sku(),
                                                "qty",
                                                item.qty(),
                                                "unitPrice",
                                                item.unitPrice())));
        return JsonObject.of(
                "orderNumber", order.orderNumber(),
                "items", items,
                "totalAmount", order.totalAmount(),
                "currency", order.currency(),
                "reason", kind == Kind.CONFIRMED || reason == null ? "" : reason);
    }
}
