package io.swiftcart.order.refunding;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.checkout.SagaState;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.domain.OrderId;
import io.swiftcart.order.domain.Refund;
import io.swiftcart.order.stored.StoredOrder;
import io.swiftcart.platform.money.Money;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Refunds and the orders they belong to. */
@ApplicationScoped
class RefundRepository {
    private static final String LOCK = "select id from orders where id = $1 for update";

    /**
     * The order and what is promised by refunds that are on their way. A statement of its own: one
     * that waits for the lock sees the refunds of before it waited.
     */
    private static final String READ =
            "select "
                    + StoredOrder.COLUMNS
                    + """
                    , (select coalesce(sum(r.amount), 0)::bigint from refund r
                       where r.order_id = o.id and r.status = 'PENDING') as promised,
                    (select coalesce(jsonb_object_agg(back.sku, back.qty), '{}') from (
                        select i.sku, sum(i.qty) as qty
                        from refund r, jsonb_to_recordset(r.items) as i(sku text, qty int)
                        where r.order_id = o.id and r.status <> 'FAILED' group by i.sku) back) as units_back,
                    (select c.deadline_at is not null from checkout c where c.order_id = o.id) as open,
                    (select c.state = 'COMPENSATING' from checkout c where c.order_id = o.id) as undoing
                    from orders o where o.id = $1
                    """;

    private static final String ADD =
            """
            insert into refund (refund_id, order_id, amount, reason, items, restock, status, claim, correlation_id,
                                traceparent, created_at, deadline_at)
            values ($1, $2, $3, $4, $5, $6, 'PENDING', $7, $8, $9, $10, $11)
            """;

    private static final String SAVE =
            """
            update refund set status = $3, failure_reason = $4, attempts = $5, last_error = $6, deadline_at = $7,
                              version = version + 1
            where refund_id = $1 and version = $2
            """;

    private static final String TAKE_DUE =
            """
            with due as (
                select refund_id from refund where deadline_at < $1
                order by deadline_at limit $3 for update skip locked),
            taken as (
                update refund r set deadline_at = $2, version = r.version + 1 from due
                where r.refund_id = due.refund_id returning r.*)
            select taken.*, o.currency from taken join orders o on o.id = taken.order_id
            """;

    /**
     * An order of which money may be given back.
     *
     * @param promised what refunds that are on their way will give back
     * @param unitsBack units that were given back by item, or will be, by SKU
     * @param open whether its checkout, or its cancellation, has not ended yet
     * @param undoing whether all of it is on its way back
     */
    record Refundable(
            Order order,
            Money promised,
            Map<String, Integer> unitsBack,
            boolean open,
            boolean undoing) {}

    /** The order, locked until the transaction ends; null when there is none. */
    Uni<@Nullable Refundable> lockOrder(SqlClient tx, UUID orderId) {
        return tx.preparedQuery(LOCK)
                .execute(Tuple.of(orderId))
                .chain(() -> tx.preparedQuery(READ).execute(Tuple.of(orderId)))
                .map(rows -> rows.size() == 0 ? null : refundable(rows.iterator().next()));
    }

    /** Whether a refund was asked for here. */
    Uni<Boolean> isOurs(SqlClient tx, UUID refundId) {
        return tx.preparedQuery("select from refund where refund_id = $1")
                .execute(Tuple.of(refundId))
                .map(rows -> rows.size() > 0);
    }

    Uni<Void> add(SqlClient tx, PendingRefund pending, List<Refund.Unit> items, Instant deadline) {
        Refund refund = pending.refund();
        return tx.preparedQuery(ADD)
                .execute(
                        Tuple.tuple()
                                .addUUID(refund.id())
                                .addUUID(refund.order().value())
                                .addLong(refund.amount().minorUnits())
                                .addString(refund.reason())
                                .addJsonArray(units(items))
                                .addJsonArray(units(refund.restock()))
                                .addJsonObject(SagaState.claim(pending.claim()))
                                .addString(pending.correlationId())
                                .addString(pending.traceparent())
                                .addOffsetDateTime(utc(refund.createdAt()))
                                .addOffsetDateTime(utc(deadline)))
                .replaceWithVoid();
    }

    /** False when the row has moved on, so that the caller must give way. */
    Uni<Boolean> save(
            SqlClient tx,
            PendingRefund pending,
            @Nullable String lastError,
            @Nullable Instant deadline) {
        Refund refund = pending.refund();
        return tx.preparedQuery(SAVE)
                .execute(
                        Tuple.tuple()
                                .addUUID(refund.id())
                                .addInteger(pending.version())
                                .addString(refund.status().name())
                                .addString(refund.failureReason())
                                .addInteger(pending.attempts())
                                .addString(lastError)
                                .addOffsetDateTime(deadline == null ? null : utc(deadline)))
                .map(result -> result.rowCount() == 1);
    }

    Uni<List<PendingRefund>> takeDue(SqlClient client, Instant now, Instant leaseUntil, int most) {
        return client.preparedQuery(TAKE_DUE)
                .execute(Tuple.of(utc(now), utc(leaseUntil), most))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(RefundRepository::pending)
                                        .toList());
    }

    private static Refundable refundable(Row row) {
        Order order = StoredOrder.from(row);
        Map<String, Integer> unitsBack = new HashMap<>();
        row.getJsonObject("units_back")
                .forEach(
                        back ->
                                unitsBack.put(
                                        back.getKey(), ((Number) back.getValue()).intValue()));
        return new Refundable(
                order,
                new Money(row.getLong("promised"), order.refunded().currency()),
                unitsBack,
                row.getBoolean("open"),
                row.getBoolean("undoing"));
    }

    private static PendingRefund pending(Row row) {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new PendingRefund(
                new Refund(
                        row.getUUID("refund_id"),
                        new OrderId(row.getUUID("order_id")),
                        new Money(row.getLong("amount"), currency),
                        row.getString("reason"),
                        units(row.getJsonArray("restock")),
                        Refund.Status.valueOf(row.getString("status")),
                        row.getString("failure_reason"),
                        row.getOffsetDateTime("created_at").toInstant()),
                row.getInteger("version"),
                row.getInteger("attempts"),
                SagaState.claim(row.getJsonObject("claim")),
                row.getString("correlation_id"),
                row.getString("traceparent"));
    }

    private static JsonArray units(List<Refund.Unit> units) {
        JsonArray stored = new JsonArray();
        units.forEach(unit -> stored.add(JsonObject.of("sku", unit.sku(), "qty", unit.qty())));
        return stored;
    }

    private static List<Refund.Unit> units(JsonArray units) {
        return units.stream()
                .map(JsonObject.class::cast)
                .map(unit -> new Refund.Unit(unit.getString("sku"), unit.getInteger("qty")))
                .toList();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
