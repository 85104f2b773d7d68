package io.swiftcart.notification.deliveries;

import io.vertx.core.json.JsonObject;
import java.util.UUID;

/**
 * A mail to be noted for a fact.
 *
 * @param content what the mail says, without any personal data
 * @param traceparent of the hearing of the fact
 */
public record Note(
        UUID eventId,
        UUID orderId,
        Kind kind,
        JsonObject content,
        String correlationId,
        String traceparent) {}
