package io.swiftcart.order.history;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An order's checkout as operators see it.
 *
 * @param deadlineAt when it is taken up again; null once it is final
 * @param stuck whether it has been tried so often that somebody should look
 */
@Schema(
        name = "Saga",
        requiredProperties = {"orderId", "state", "step", "attempts", "owed", "stuck"})
record SagaView(
        UUID orderId,
        String state,
        String step,
        int attempts,
        @Nullable Instant deadlineAt,
        @Nullable String lastError,
        List<String> owed,
        boolean stuck) {
    private static final int STUCK_AFTER_ATTEMPTS = 10;

    static SagaView from(Row row) {
        OffsetDateTime deadline = row.getOffsetDateTime("deadline_at");
        int attempts = row.getInteger("attempts");
        String state = row.getString("state");
        return new SagaView(
                row.getUUID("order_id"),
                state,
                state,
                attempts,
                deadline == null ? null : deadline.toInstant(),
                row.getString("last_error"),
                row.getJsonArray("owed").stream().map(Object::toString).toList(),
                deadline != null && attempts >= STUCK_AFTER_ATTEMPTS);
    }
}
