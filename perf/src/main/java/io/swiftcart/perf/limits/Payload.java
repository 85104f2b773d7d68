package io.swiftcart.perf.limits;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** A fact of the size that the order service tells. */
final class Payload {

    private Payload() {}

    /** As {@code orders.created.v1} of one line. */
    static String ofFact(UUID order) {
        return new JsonObject()
                .put("eventId", UUID.randomUUID().toString())
                .put("eventType", "OrderCreated")
                .put("occurredAt", "2026-01-01T00:00:00.000000Z")
                .put(
                        "order",
                        new JsonObject()
                                .put("orderId", order.toString())
                                .put("orderNumber", "ORD-20260101-000001")
                                .put("version", 1)
                                .put("userId", "limits")
                                .put(
                                        "items",
                                        new JsonArray()
                                                .add(
                                                        JsonObject.of(
                                                                "sku",
                                                                "SKU-00001",
                                                                "qty",
                                                                1,
                                                                "unitPrice",
                                                                1999)))
                                .put("subtotal", 1999)
                                .put("discount", 0)
                                .put("shipping", 0)
                                .put("tax", 0)
                                .put("totalAmount", 1999)
                                .put("currency", "USD"))
                .encode();
    }

    /** The headers beside it. */
    static JsonObject headers(UUID order) {
        return new JsonObject()
                .put("ce_specversion", "1.0")
                .put("ce_id", UUID.randomUUID().toString())
                .put("ce_type", "io.swiftcart.orders.created.v1")
                .put("ce_source", "/order")
                .put("ce_time", "2026-01-01T00:00:00.000000Z")
                .put("ce_subject", "ORD-20260101-000001")
                .put("content-type", "application/json")
                .put("traceparent", "00-" + "1".repeat(32) + "-" + "2".repeat(16) + "-01")
                .put("x-correlation-id", order.toString());
    }
}
