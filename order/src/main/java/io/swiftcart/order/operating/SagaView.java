package io.swiftcart.order.operating;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
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
 * @param stuck whether it has been open for so long that somebody should look
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
    /** Every checkout ends within this time unless a neighbour stays away. */
    static final Duration STUCK_AFTER = Duration.ofSeconds(60);

    static SagaView from(Row row, Instant now) {
        OffsetDateTime deadline = row.getOffsetDateTime("deadline_at");
        String state = row.getString("state");
        return new SagaView(
                row.getUUID("order_id"),
                state,
                state,
                row.getInteger("attempts"),
                deadline == null ? null : deadline.toInstant(),
                row.getString("last_error"),
                row.getJsonArray("owed").stream().map(Object::toString).toList(),
                deadline != null
                        && row.getOffsetDateTime("started_at")
                                .toInstant()
                                .isBefore(now.minus(STUCK_AFTER)));
    }
}
