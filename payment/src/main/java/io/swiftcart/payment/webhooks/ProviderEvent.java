package io.swiftcart.payment.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event of the provider.
 *
 * @param orderId the order that its object carries in the metadata, if it is one of ours
 * @param payload what is kept of it as JSON text: enough to find it at the provider. The event
 *     itself may name the payer with e-mail and address, and nothing of its content is ever used.
 */
record ProviderEvent(String id, String type, @Nullable UUID orderId, String payload) {

    private static final int ID_MAX = 255;

    /** Reads Stripe's JSON; empty if it is no event. */
    static Optional<ProviderEvent> read(ObjectMapper json, String body) {
        try {
            JsonNode event = json.readTree(body);
            String id = event.path("id").asText("");
            String type = event.path("type").asText("");
            if (id.isEmpty()
                    || id.length() > ID_MAX
                    || type.isEmpty()
                    || body.contains("\\u0000")) {
                return Optional.empty();
            }
            JsonNode object = event.path("data").path("object");
            String orderId = object.path("metadata").path("orderId").asText("");
            return Optional.of(
                    new ProviderEvent(id, type, uuid(orderId), kept(json, event, object)));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    private static String kept(ObjectMapper json, JsonNode event, JsonNode object) {
        return json.createObjectNode()
                .put("created", event.path("created").asLong())
                .put("object", object.path("object").asText(""))
                .put("objectId", object.path("id").asText(""))
                .put("status", object.path("status").asText(""))
                .toString();
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
