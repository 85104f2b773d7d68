package io.swiftcart.order.checkout;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.domain.OrderId;
import io.swiftcart.order.stored.Reader;
import io.swiftcart.order.stored.StoredOrder;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Checkouts on their way through the saga, and the orders they end. */
@ApplicationScoped
class CheckoutRepository {
    private static final String COLUMNS =
            """
            c.state, c.why, c.owed, c.attempts, c.correlation_id, c.traceparent, c.claim, c.cancellation,
            c.version as saga_version, c.started_at,
            """
                    + StoredOrder.COLUMNS;

    /** The saga's next state; nothing when somebody else has moved it meanwhile. */
    private static final String SAVE =
            """
            update checkout set state = $3, why = $4, owed = $5, attempts = $6, last_error = $7, deadline_at = $8,
                                cancellation = $9, started_at = $10, version = version + 1
            where order_id = $1 and version = $2
            """;

    /**
     * Takes over what is due, under a lease; rows that another replica is taking are passed over.
     */
    private static final String TAKE_DUE =
            """
            with due as (
                select order_id from checkout where deadline_at < $1
                order by deadline_at limit $3 for update skip locked),
            taken as (
                update checkout c set deadline_at = $2, version = c.version + 1 from due
                where c.order_id = due.order_id returning c.*)
            select
            """
                    + COLUMNS
                    + "from taken c join orders o on o.id = c.order_id";

    /** Only a charge that was not answered lies there as CHARGING_PAYMENT. */
    private static final String TAKE_WAITING_FOR_PAYMENT =
            """
            with taken as (
                update checkout c set deadline_at = $2, version = c.version + 1
                where c.order_id = $1 and c.state = 'CHARGING_PAYMENT' and c.deadline_at is not null returning c.*)
            select
            """
                    + COLUMNS
                    + "from taken c join orders o on o.id = c.order_id";

    private static final String KEEP_OPEN =
            "select from checkout where order_id = $1 and deadline_at is not null for share";

    private static final String LOCK = "select from checkout where order_id = $1 for update";

    /** A statement of its own: one that waits for the lock sees the order of before it waited. */
    private static final String READ =
            "select "
                    + COLUMNS
                    + "from checkout c join orders o on o.id = c.order_id where o.id = $4 and "
                    + Reader.MINE;

    /**
     * Saves state, attempts and deadline; false when the row has moved on, so that the caller must
     * give way.
     */
    Uni<Boolean> save(
            SqlClient tx, Saga saga, @Nullable String lastError, @Nullable Instant deadline) {
        return tx.preparedQuery(SAVE)
                .execute(
                        Tuple.tuple()
                                .addUUID(saga.state().order().id().value())
                                .addInteger(saga.version())
                                .addString(SagaState.name(saga.state()))
                                .addString(SagaState.why(saga.state()))
                                .addJsonArray(SagaState.owed(saga.state()))
                                .addInteger(saga.attempts())
                                .addString(lastError)
                                .addOffsetDateTime(deadline == null ? null : utc(deadline))
                                .addJsonObject(SagaState.cancellation(saga.cancellation()))
                                .addOffsetDateTime(utc(saga.startedAt())))
                .map(result -> result.rowCount() == 1);
    }

    /** The checkout of an order that this reader may see, locked; null when there is none. */
    Uni<@Nullable Saga> lock(SqlClient tx, UUID orderId, Reader reader) {
        return tx.preparedQuery(LOCK)
                .execute(Tuple.of(orderId))
                .chain(() -> tx.preparedQuery(READ).execute(reader.tuple().addUUID(orderId)))
                .map(rows -> rows.size() == 0 ? null : SagaState.from(rows.iterator().next()));
    }

    /** Whether a checkout has not ended; if so, it does not end before this transaction does. */
    Uni<Boolean> keepOpen(SqlClient tx, OrderId order) {
        return tx.preparedQuery(KEEP_OPEN)
                .execute(Tuple.of(order.value()))
                .map(rows -> rows.size() == 1);
    }

    Uni<List<Saga>> takeDue(SqlClient client, Instant now, Instant leaseUntil, int most) {
        return client.preparedQuery(TAKE_DUE)
                .execute(Tuple.of(utc(now), utc(leaseUntil), most))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(SagaState::from)
                                        .toList());
    }

    Uni<@Nullable Saga> takeWaitingForPayment(SqlClient client, UUID orderId, Instant leaseUntil) {
        return client.preparedQuery(TAKE_WAITING_FOR_PAYMENT)
                .execute(Tuple.of(orderId, utc(leaseUntil)))
                .map(rows -> rows.size() == 0 ? null : SagaState.from(rows.iterator().next()));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
