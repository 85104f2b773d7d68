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
     * $1 now: ticks off what has nothing left to ask, and gives the orders that still have. An
     * event of an order that has no payment yet waits for an hour; what is left then is for the
     * reconciliation.
     */
    private static final String WORK_OFF =
            """
            with due as (
                select e.event_id, e.order_id, e.received_at,
                       e.order_id is not null and p.payment_id is null as unknown,
                       exists (select from attempt a where a.payment_id = p.payment_id
                                 and a.status in ('STARTED', 'ASKED_AGAIN', 'UNKNOWN')) as open
                from provider_event e left join payment p on p.order_id = e.order_id
                where e.worked_off_at is null and e.due_at <= $1
                order by e.due_at, e.received_at
                limit $2
            ), done as (
                update provider_event e set worked_off_at = $1 from due d
                where e.event_id = d.event_id and not d.open
                  and (not d.unknown or d.received_at < $1::timestamptz - interval '1 hour')
            ), waiting as (
                update provider_event e
                set due_at = $1::timestamptz
                    + least(interval '20 seconds', greatest(interval '1 second', $1::timestamptz - d.received_at))
                from due d
                where e.event_id = d.event_id
                  and (d.open or d.unknown and d.received_at >= $1::timestamptz - interval '1 hour')
            )
            select distinct order_id from due where open\
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
