package io.swiftcart.payment.reconciling;

import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.Charge;
import io.swiftcart.payment.domain.OrderId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Keeps the provider's charges as they were told. Each statement is a transaction of its own. */
@ApplicationScoped
class ChargeRepository {

    private static final String COLUMNS =
            "charge_id, order_id, state, said, captured_amount, refunded_amount, currency, created_at";
    private static final String KEEP =
            "insert into provider_charge ("
                    + COLUMNS
                    + ", walk) select "
                    + COLUMNS
                    + """
                    , walk from jsonb_populate_recordset(null::provider_charge, $1::jsonb) order by charge_id
                    on conflict (charge_id) do update
                    set state = excluded.state, said = excluded.said, captured_amount = excluded.captured_amount,
                        refunded_amount = excluded.refunded_amount, walk = greatest(provider_charge.walk, excluded.walk)\
                    """;
    private static final String OF_ORDERS =
            "select "
                    + COLUMNS
                    + " from provider_charge where order_id = any($1) order by charge_id";
    private static final String FORGET = "delete from provider_charge where charge_id = any($1)";

    /**
     * Payments with money that began while this walk reached back ($2) and before it started ($3),
     * and whose charge it has not met.
     */
    private static final String NOT_MET =
            """
            select order_id from payment p
            where payment_id >= $2 and payment_id < $3 and not tombstone
              and status in ('AUTHORIZED', 'SUCCEEDED', 'PARTIALLY_REFUNDED', 'REFUNDED')
              and not exists (select from provider_charge c
                              where c.charge_id = p.provider_payment_id and c.walk >= $1)
            limit $4\
            """;

    /** Keeps what the provider says of these charges, all of which name an order. */
    Uni<Void> keep(SqlClient client, Collection<Charge> charges, long walk) {
        JsonArray rows = new JsonArray();
        charges.forEach(charge -> rows.add(json(charge, walk)));
        return client.preparedQuery(KEEP).execute(Tuple.of(rows)).replaceWithVoid();
    }

    /** Forgets charges that the provider does not know any more. */
    Uni<Void> forget(SqlClient client, Collection<String> ids) {
        return client.preparedQuery(FORGET)
                .execute(Tuple.of((Object) ids.toArray(String[]::new)))
                .replaceWithVoid();
    }

    Uni<List<Charge>> ofOrders(SqlClient client, Collection<OrderId> orderIds) {
        UUID[] ids = orderIds.stream().map(OrderId::value).toArray(UUID[]::new);
        return client.preparedQuery(OF_ORDERS)
                .execute(Tuple.of((Object) ids))
                .map(ChargeRepository::charges);
    }

    /** Up to {@code limit} orders whose payments should have been met by this walk. */
    Uni<List<OrderId>> notMet(SqlClient client, Walk walk, int limit) {
        return client.preparedQuery(NOT_MET)
                .execute(
                        Tuple.of(
                                walk.number(),
                                firstIdAt(walk.beginsAt()),
                                firstIdAt(walk.startedAt().minus(Comparison.GRACE)),
                                limit))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> new OrderId(row.getUUID("order_id")))
                                        .toList());
    }

    /** Payment ids are UUIDv7: those of a time follow each other in the primary key. */
    private static UUID firstIdAt(Instant time) {
        return new UUID(time.toEpochMilli() << 16, 0);
    }

    private static JsonObject json(Charge charge, long walk) {
        return new JsonObject()
                .put("charge_id", charge.id())
                .put("order_id", String.valueOf(charge.orderId()))
                .put("state", charge.state().name())
                .put("said", charge.said())
                .put("captured_amount", charge.captured())
                .put("refunded_amount", charge.refunded())
                .put("currency", charge.currency())
                .put("created_at", charge.createdAt().toString())
                .put("walk", walk);
    }

    private static List<Charge> charges(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ChargeRepository::charge)
                .toList();
    }

    private static Charge charge(Row row) {
        return new Charge(
                row.getString("charge_id"),
                new OrderId(Objects.requireNonNull(row.getUUID("order_id"))),
                Charge.State.valueOf(row.getString("state")),
                row.getString("said"),
                row.getLong("captured_amount"),
                row.getLong("refunded_amount"),
                row.getString("currency"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
