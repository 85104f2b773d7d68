package io.swiftcart.notification;

import io.swiftcart.stack.testing.Facts;
import java.util.Map;
import java.util.UUID;

/** Facts of orders, as the order service tells them. */
record Telling(String topic, UUID eventId, UUID orderId, String correlationId, String rest) {
    static final String CONFIRMED = "orders.confirmed.v1";
    static final String FAILED = "orders.failed.v1";
    static final String CANCELLED = "orders.cancelled.v1";
    static final String REFUNDED = "orders.refunded.v1";
    static final String NUMBER = "ORD-20261120-000042";

    static Telling confirmed(UUID orderId) {
        return of(CONFIRMED, orderId, paid("succeeded"));
    }

    static Telling failed(UUID orderId) {
        return of(FAILED, orderId, ",\"reason\":\"payment-declined\"");
    }

    static Telling cancelled(UUID orderId, String reason) {
        return of(CANCELLED, orderId, ",\"reason\":\"%s\"".formatted(reason));
    }

    static Telling refunded(UUID orderId, long amount) {
        return of(
                REFUNDED,
                orderId,
                paid("partially_refunded")
                        + ",\"refund\":{\"refundId\":\"%s\",\"amount\":%d}"
                                .formatted(UUID.randomUUID(), amount));
    }

    Telling afterPayment() {
        return new Telling(topic, eventId, orderId, correlationId, rest + paid("refunded"));
    }

    /** The same transition told under another event id. */
    Telling underAnotherId() {
        return new Telling(topic, UUID.randomUUID(), orderId, correlationId, rest);
    }

    Telling publish() {
        String fact =
                """
                {"eventId": "%s", "eventType": "Order", "occurredAt": "2026-11-20T12:34:56Z",
                 "order": {"orderId": "%s", "orderNumber": "%s", "version": 2, "userId": "u",
                           "items": [{"sku": "SKU-123", "qty": 2, "unitPrice": 1299}], "subtotal": 2598,
                           "discount": 0, "shipping": 500, "tax": 0, "totalAmount": 3098, "currency": "USD"}%s}
                """
                        .formatted(eventId, orderId, NUMBER, rest);
        Facts.publish(topic, orderId.toString(), fact, Map.of("correlation-id", correlationId));
        return this;
    }

    private static Telling of(String topic, UUID orderId, String rest) {
        return new Telling(topic, UUID.randomUUID(), orderId, "corr-" + orderId, rest);
    }

    private static String paid(String status) {
        return ",\"payment\":{\"provider\":\"stripe\",\"paymentId\":\"pi_123\",\"status\":\"%s\"}"
                .formatted(status);
    }
}
