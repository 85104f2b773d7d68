package io.swiftcart.notification.deliveries;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One mail that is to be sent.
 *
 * @param content what the mail says, without any personal data
 * @param attempts how often it has been tried, this time included
 * @param createdAt when its fact was heard
 * @param traceparent of the hearing; null on rows that are older than the column
 */
public record Delivery(
        UUID orderId,
        Kind kind,
        JsonObject content,
        int attempts,
        Instant createdAt,
        String correlationId,
        @Nullable String traceparent) {

    /** The same for every attempt, so that a mail that arrives twice can be told. */
    public String messageId() {
        return "<" + orderId + "." + kind.code() + "@swiftcart>";
    }
}
