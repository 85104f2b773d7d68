package io.swiftcart.order.checkout;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.stored.StoredOrder;
import io.swiftcart.platform.outbox.Fact;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Checkouts on their way through the saga, and the orders they end. */
@ApplicationScoped
class CheckoutRepository {
    /** The saga's next state; nothing when somebody else has moved it meanwhile. */
    private static final String SAVE =
            """
            update checkout set state = $3, why = $4, owed = $5, attempts = $6, last_error = $7, deadline_at = $8,
                                version = version + 1
            where order_id = $1 and version = $2
            """;

    private static final String FINISH =
            """
            with finished as (
                update orders set status = $2, payment_status = $3, payment_provider = $4, payment_id = $5,
                                  failure_reason = $6, version = $7, updated_at = $8
                where id = $1 and version = $7 - 1 returning id)
            insert into order_event (event_id, order_id, version, type, cause, occurred_at, data)
            select $9, id, $7, $10, $11, $8, $12 from finished
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
            select taken.state, taken.why, taken.owed, taken.attempts, taken.correlation_id, taken.traceparent,
                   taken.claim,
                   taken.version as saga_version, taken.started_at,
            """
                    + StoredOrder.COLUMNS
                    + "from taken join orders o on o.id = taken.order_id";

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
                                .addOffsetDateTime(deadline == null ? null : utc(deadline)))
                .map(result -> result.rowCount() == 1);
    }

    /** Writes the order's final version of the checkout and its history. */
    Uni<Void> finish(SqlClient tx, Order order, Fact fact, String type, String cause) {
        JsonObject data = new JsonObject().put("status", order.status().name());
        if (order.failureReason() != null) {
            data.put("reason", order.failureReason());
        }
        return tx.preparedQuery(FINISH)
                .execute(
                        Tuple.tuple()
                                .addUUID(order.id().value())
                                .addString(order.status().name())
                                .addString(order.paymentStatus().name())
                                .addString(
                                        order.payment() == null ? null : order.payment().provider())
                                .addString(
                                        order.payment() == null
                                                ? null
                                                : order.payment().paymentId())
                                .addString(order.failureReason())
                                .addInteger(order.version())
                                .addOffsetDateTime(utc(order.updatedAt()))
                                .addUUID(fact.id())
                                .addString(type)
                                .addString(cause)
                                .addJsonObject(data))
                .invoke(result -> requireOne(result.rowCount(), order))
                .replaceWithVoid();
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

    private static void requireOne(int rows, Order order) {
        if (rows != 1) {
            throw new IllegalStateException(
                    "Order " + order.id() + " is not at version " + (order.version() - 1));
        }
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
