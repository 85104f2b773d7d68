package io.swiftcart.payment.webhooks;

import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.OrderId;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** Keeps the provider's events. Each statement is a transaction of its own. */
@ApplicationScoped
class ProviderEventRepository {

    private static final String ADD =
            """
            insert into provider_event (event_id, type, order_id, payload, received_at)
            values ($1, $2, $3, $4, $5)
            on conflict (event_id) do nothing\
            """;

    /**
     * $1 now: ticks off, oldest first, what has nothing left to ask, and gives the orders that
     * still have.
     */
    private static final String WORK_OFF =
            """
            with waiting as (
                select e.event_id, e.order_id,
                       exists (select from payment p join attempt a using (payment_id)
                               where p.order_id = e.order_id
                                 and a.status in ('STARTED', 'ASKED_AGAIN', 'UNKNOWN')) as open
                from provider_event e
                where e.worked_off_at is null
                order by e.received_at
                limit $2
            ), done as (
                update provider_event e set worked_off_at = $1 from waiting w
                where e.event_id = w.event_id and not w.open
            )
            select distinct order_id from waiting where open\
            """;

    Uni<Void> add(SqlClient client, ProviderEvent event, Instant now) {
        return client.preparedQuery(ADD)
                .execute(
                        Tuple.of(
                                event.id(),
                                event.type(),
                                event.orderId(),
                                new JsonObject(event.payload()),
                                time(now)))
                .replaceWithVoid();
    }

    /** Orders with an event and an open attempt; every other event is worked off by this. */
    Uni<List<OrderId>> workOff(SqlClient client, Instant now, int limit) {
        return client.preparedQuery(WORK_OFF)
                .execute(Tuple.of(time(now), limit))
                .map(ProviderEventRepository::orders);
    }

    private static List<OrderId> orders(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new OrderId(row.getUUID("order_id")))
                .toList();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
