package io.swiftcart.stack.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swiftcart.stack.sandbox.ledger.Intent;
import io.swiftcart.stack.sandbox.ledger.Refund;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's JSON of intents, charges, refunds, events and lists. {@code amount_refunded} on intents
 * is an addition.
 */
public final class StripeJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private StripeJson() {}

    public static ObjectNode intent(Intent intent) {
        boolean capturable = intent.status() == Intent.Status.REQUIRES_CAPTURE;
        ObjectNode node = NODES.objectNode();
        node.put("id", intent.id());
        node.put("object", "payment_intent");
        node.put("amount", intent.amount());
        node.put("amount_capturable", capturable ? intent.amount() : 0);
        node.put("amount_received", intent.received());
        node.put("amount_refunded", intent.refunded());
        node.put("canceled_at", intent.canceledAt());
        node.put("cancellation_reason", intent.cancellationReason());
        node.put("capture_method", intent.manualCapture() ? "manual" : "automatic");
        node.put("created", intent.createdAt());
        node.put("currency", intent.currency());
        node.set("last_payment_error", decline(intent.decline()));
        node.put("latest_charge", intent.chargeId());
        node.put("livemode", false);
        node.set("metadata", metadata(intent.metadata()));
        node.put("payment_method", intent.decline() == null ? intent.paymentMethod() : null);
        node.put("status", intent.status().name().toLowerCase(Locale.ROOT));
        return node;
    }

    /** The charge behind an intent, as the event {@code charge.refunded} carries it. */
    static ObjectNode charge(Intent intent) {
        ObjectNode node = NODES.objectNode();
        node.put("id", intent.chargeId());
        node.put("object", "charge");
        node.put("amount", intent.amount());
        node.put("amount_captured", intent.received());
        node.put("amount_refunded", intent.refunded());
        node.put("captured", intent.received() > 0);
        node.put("currency", intent.currency());
        node.set("metadata", metadata(intent.metadata()));
        node.put("payment_intent", intent.id());
        node.put("refunded", intent.refunded() == intent.received());
        node.put("status", "succeeded");
        return node;
    }

    public static ObjectNode refund(Refund refund) {
        ObjectNode node = NODES.objectNode();
        node.put("id", refund.id());
        node.put("object", "refund");
        node.put("amount", refund.amount());
        node.put("charge", refund.chargeId());
        node.put("created", refund.createdAt());
        node.put("currency", refund.currency());
        node.set("metadata", metadata(refund.metadata()));
        node.put("payment_intent", refund.intentId());
        node.put("reason", refund.reason());
        node.put("status", "succeeded");
        return node;
    }

    static ObjectNode event(String id, String type, long createdAt, ObjectNode object) {
        ObjectNode node = NODES.objectNode();
        node.put("id", id);
        node.put("object", "event");
        node.put("api_version", "2025-09-30.clover");
        node.put("created", createdAt);
        node.set("data", NODES.objectNode().set("object", object));
        node.put("livemode", false);
        node.put("pending_webhooks", 1);
        node.put("type", type);
        return node;
    }

    static ObjectNode list(String object, String url, List<ObjectNode> data, boolean hasMore) {
        ArrayNode items = NODES.arrayNode();
        items.addAll(data);
        ObjectNode node = NODES.objectNode();
        node.put("object", object);
        node.set("data", items);
        node.put("has_more", hasMore);
        node.put("url", url);
        return node;
    }

    private static @Nullable ObjectNode decline(Intent.@Nullable Decline decline) {
        if (decline == null) {
            return null;
        }
        ObjectNode node = NODES.objectNode();
        node.put("type", "card_error");
        node.put("code", decline.code());
        if (decline.declineCode() != null) {
            node.put("decline_code", decline.declineCode());
        }
        node.put("message", decline.message());
        return node;
    }

    private static ObjectNode metadata(Map<String, String> metadata) {
        ObjectNode node = NODES.objectNode();
        metadata.forEach(node::put);
        return node;
    }
}
