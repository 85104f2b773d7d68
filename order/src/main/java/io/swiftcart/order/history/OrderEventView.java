package io.swiftcart.order.history;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One transition of an order; {@code eventId} is the id under which it was published. */
@Schema(
        name = "OrderEvent",
        requiredProperties = {"eventId", "version", "type", "cause", "occurredAt", "data"})
@RegisterForReflection(registerFullHierarchy = true)
record OrderEventView(
        UUID eventId,
        int version,
        String type,
        String cause,
        Instant occurredAt,
        Map<String, Object> data) {

    static OrderEventView from(Row row) {
        return new OrderEventView(
                row.getUUID("event_id"),
                row.getInteger("version"),
                row.getString("type"),
                row.getString("cause"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getJsonObject("data").getMap());
    }
}
