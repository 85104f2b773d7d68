package io.swiftcart.inventory.stock;

import io.swiftcart.inventory.domain.MovementType;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One movement of stock. The sums of the deltas are what is on hand and reserved.
 *
 * @param orderId absent when no order was behind it
 * @param reason absent when an order was behind it
 */
@Schema(name = "Movement")
record MovementView(
        UUID movementId,
        String sku,
        MovementType type,
        int onHandDelta,
        int reservedDelta,
        @Nullable UUID orderId,
        @Nullable String reason,
        Instant occurredAt) {
    static final String COLUMNS =
            "movement_id, sku, type, on_hand_delta, reserved_delta, order_id, reason, occurred_at";

    static MovementView from(Row row) {
        return new MovementView(
                row.getUUID("movement_id"),
                row.getString("sku"),
                MovementType.valueOf(row.getString("type")),
                row.getInteger("on_hand_delta"),
                row.getInteger("reserved_delta"),
                row.getUUID("order_id"),
                row.getString("reason"),
                row.getOffsetDateTime("occurred_at").toInstant());
    }
}
