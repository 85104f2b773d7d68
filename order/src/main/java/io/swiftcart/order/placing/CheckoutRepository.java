package io.swiftcart.order.placing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.stored.StoredOrder;
import io.swiftcart.platform.outbox.Fact;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Orders and checkouts on their way through the saga. */
@ApplicationScoped
class CheckoutRepository {
    private static final String NUMBER = "select next_order_number($1) as number";

    /** Order, lines, checkout and history in one statement. */
    private static final String PLACE =
            """
            with placed as (
                insert into orders (id, order_number, customer_id, status, payment_status, fulfillment_status, currency,
                                    subtotal, discount, shipping, tax, total_amount, payment_method, contact, version,
                                    created_at, updated_at)
                values ($1, $2, $3, $4, $5, 'UNFULFILLED', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15)
                returning id),
            lines as (
                insert into order_line (order_id, line_no, sku, name, qty, unit_price)
                select placed.id, l.line_no, l.sku, l.name, l.qty, l.unit_price
                from placed, jsonb_to_recordset($16)
                     as l(line_no int, sku text, name text, qty int, unit_price bigint)),
            saga as (
                insert into checkout (order_id, state, correlation_id, claim, version, started_at, deadline_at)
                select id, $17, $18, $19, 1, $15, $20 from placed)
            insert into order_event (event_id, order_id, version, type, cause, occurred_at, data)
            select $21, id, $14, $22, 'placed by the customer', $15, $23 from placed
            """;

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
            select taken.state, taken.why, taken.owed, taken.attempts, taken.correlation_id, taken.claim,
                   taken.version as saga_version, taken.started_at,
            """
                    + StoredOrder.COLUMNS
                    + "from taken join orders o on o.id = taken.order_id";

    Uni<String> nextNumber(SqlClient client, LocalDate today) {
        return client.preparedQuery(NUMBER)
                .execute(Tuple.of(today))
                .map(rows -> rows.iterator().next().getString("number"));
    }

    Uni<Void> place(SqlClient tx, Saga saga, Contact contact, Fact fact, Instant leaseUntil) {
        Order order = saga.state().order();
        return tx.preparedQuery(PLACE)
                .execute(
                        Tuple.from(
                                List.of(
                                        order.id().value(),
                                        order.number(),
                                        order.customerId(),
                                        order.status().name(),
                                        order.paymentStatus().name(),
                                        order.totals().total().currency().getCurrencyCode(),
                                        order.totals().subtotal().minorUnits(),
                                        order.totals().discount().minorUnits(),
                                        order.totals().shipping().minorUnits(),
                                        order.totals().tax().minorUnits(),
                                        order.totals().total().minorUnits(),
                                        order.paymentMethod(),
                                        contact.json(),
                                        order.version(),
                                        utc(order.createdAt()),
                                        lines(order),
                                        SagaState.name(saga.state()),
                                        saga.correlationId(),
                                        SagaState.claim(saga.claim()),
                                        utc(leaseUntil),
                                        fact.id(),
                                        "OrderCreated",
                                        new JsonObject().put("status", order.status().name()))))
                .replaceWithVoid();
    }

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

    private static JsonArray lines(Order order) {
        JsonArray lines = new JsonArray();
        order.lines()
                .forEach(
                        line ->
                                lines.add(
                                        new JsonObject()
                                                .put("line_no", lines.size() + 1)
                                                .put("sku", line.sku())
                                                .put("name", line.name())
                                                .put("qty", line.qty())
                                                .put("unit_price", line.unitPrice().minorUnits())));
        return lines;
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
