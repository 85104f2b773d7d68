package io.swiftcart.notification.deliveries;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.inbox.Inbox;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The deliveries of this service: noted once per order and kind, taken under a lease, settled after
 * the sending.
 */
@ApplicationScoped
public class Deliveries {
    private static final String CONSUMER = "notification";

    private static final String NOTE =
            Inbox.WITH_FRESH
                    + """
                    insert into delivery (order_id, kind, content, correlation_id, traceparent, status, created_at, due_at)
                    select $3, $4, $5, $6, $7, 'DUE', $8, $8 from fresh on conflict do nothing
                    """;
    private static final String TAKE =
            """
            with due as (
                select order_id, kind from delivery where status = 'DUE' and due_at <= $1
                order by due_at limit $3 for update skip locked)
            update delivery d set due_at = $2, attempts = d.attempts + 1 from due
            where d.order_id = due.order_id and d.kind = due.kind
            returning d.order_id, d.kind, d.content, d.attempts, d.created_at, d.correlation_id, d.traceparent
            """;
    private static final String SETTLE =
            """
            update delivery set status = $3, last_error = $4, settled_at = $5
            where order_id = $1 and kind = $2 and status = 'DUE'
            """;
    private static final String POSTPONE =
            """
            update delivery set due_at = $3, last_error = $4
            where order_id = $1 and kind = $2 and status = 'DUE' and attempts = $5
            """;

    /**
     * Notes a mail together with the claim of its fact; one that is noted already stays as it is.
     */
    public Uni<Void> note(SqlClient client, Note note, Instant now) {
        return client.preparedQuery(NOTE)
                .execute(
                        Tuple.tuple()
                                .addString(CONSUMER)
                                .addUUID(note.eventId())
                                .addUUID(note.orderId())
                                .addString(note.kind().name())
                                .addJsonObject(note.content())
                                .addString(note.correlationId())
                                .addString(note.traceparent())
                                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /**
     * Takes what is due, each by one replica alone; it is due again at {@code leaseUntil} unless it
     * is settled or postponed before.
     */
    public Uni<List<Delivery>> take(SqlClient client, Instant now, Instant leaseUntil, int most) {
        return client.preparedQuery(TAKE)
                .execute(
                        Tuple.of(
                                now.atOffset(ZoneOffset.UTC),
                                leaseUntil.atOffset(ZoneOffset.UTC),
                                most))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(Deliveries::delivery)
                                        .toList());
    }

    /** The mail server has accepted it. */
    public Uni<Void> sent(SqlClient client, Delivery delivery, Instant now) {
        return settle(client, delivery, "SENT", "", now);
    }

    /** It will never be sent. */
    public Uni<Void> failed(SqlClient client, Delivery delivery, String why, Instant now) {
        return settle(client, delivery, "FAILED", why, now);
    }

    /** It is tried again at {@code due}, unless another attempt has begun since. */
    public Uni<Void> postpone(SqlClient client, Delivery delivery, String why, Instant due) {
        return client.preparedQuery(POSTPONE)
                .execute(
                        Tuple.of(
                                delivery.orderId(),
                                delivery.kind().name(),
                                due.atOffset(ZoneOffset.UTC),
                                why,
                                delivery.attempts()))
                .replaceWithVoid();
    }

    private static Uni<Void> settle(
            SqlClient client, Delivery delivery, String status, String why, Instant now) {
        return client.preparedQuery(SETTLE)
                .execute(
                        Tuple.of(
                                delivery.orderId(),
                                delivery.kind().name(),
                                status,
                                why,
                                now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static Delivery delivery(Row row) {
        return new Delivery(
                row.getUUID("order_id"),
                Kind.valueOf(row.getString("kind")),
                row.getJsonObject("content"),
                row.getInteger("attempts"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("correlation_id"),
                row.getString("traceparent"));
    }
}
