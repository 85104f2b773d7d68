package io.swiftcart.payment.settling;

import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.Change;
import io.swiftcart.payment.domain.OrderId;
import io.swiftcart.payment.domain.OrderPayment;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.outbox.Outbox;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads payments with their attempts, and writes each change (payment, attempt, books, facts) as
 * one statement, which is a transaction of its own: one round trip, one commit.
 */
@ApplicationScoped
class PaymentRepository {

    private static final String OPEN = "('STARTED', 'ASKED_AGAIN', 'UNKNOWN')";
    private static final String SELECT =
            "select "
                    + PaymentRows.COLUMNS
                    + " from payment p left join attempt a on a.payment_id = p.payment_id ";
    private static final String OLDEST_ATTEMPT_FIRST =
            " order by p.payment_id, a.started_at, a.attempt_id";
    private static final String ONE_OF_MINE = SELECT + "where " + Reader.MINE;
    private static final String BY_ID =
            ONE_OF_MINE + " and p.payment_id = $3 and not p.tombstone" + OLDEST_ATTEMPT_FIRST;
    private static final String BY_ORDER =
            ONE_OF_MINE + " and p.order_id = $3" + OLDEST_ATTEMPT_FIRST;
    private static final String BY_ORDERS =
            SELECT + "where p.order_id = any($1)" + OLDEST_ATTEMPT_FIRST;

    /** $1 now: attempts that nobody attends to, asked about 5, 10, then every 20 seconds. */
    private static final String UNATTENDED =
            SELECT
                    + """
                    where p.payment_id in (
                        select payment_id from attempt
                        where status in %s
                          and asked_at < $1::timestamptz - least(interval '5 seconds' * power(2, least(asks, 10) - 1), interval '20 seconds')
                        order by asked_at limit $2)
                    """
                            .formatted(OPEN)
                    + OLDEST_ATTEMPT_FIRST;

    /** $1 status or null, $2 only payments that began before this one, or null. */
    private static final String NEWEST = newest("");

    /** The same of those that caller $4 asked for; an index finds them by caller. */
    private static final String NEWEST_ASKED_FOR =
            newest(
                    """
                    and payment_id in (
                        select payment_id from attempt
                        where caller = $4 and operation = 'AUTHORIZE' and status <> 'NOT_SENT')\
                    """);

    /**
     * $1 now: closed payments that hold money; one that the provider keeps refusing is tried ever
     * more seldom.
     */
    private static final String OWED =
            SELECT
                    + """
                    where p.payment_id in (
                        select payment_id from payment held
                        where closed_reason is not null and status in ('AUTHORIZED', 'SUCCEEDED', 'PARTIALLY_REFUNDED')
                          and updated_at < $1::timestamptz - interval '5 seconds' * power(2, least(10, (
                              select count(*) from attempt refused
                              where refused.payment_id = held.payment_id and refused.status = 'FAILED')))
                        order by updated_at limit $2)
                    """
                    + OLDEST_ATTEMPT_FIRST;

    private final Outbox outbox;

    PaymentRepository(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The payment; None when there is none that the reader may see. */
    Uni<OrderPayment> byId(SqlClient client, Reader reader, Payment.Id id) {
        return client.preparedQuery(BY_ID)
                .execute(Tuple.of(reader.manager(), reader.id(), id.value()))
                .map(PaymentRows::single);
    }

    Uni<OrderPayment> byOrder(SqlClient client, Reader reader, OrderId orderId) {
        return client.preparedQuery(BY_ORDER)
                .execute(Tuple.of(reader.manager(), reader.id(), orderId.value()))
                .map(PaymentRows::single);
    }

    /** What is known of these orders; nothing for one that is not known. */
    Uni<List<OrderPayment>> byOrders(SqlClient client, Collection<OrderId> orderIds) {
        UUID[] ids = orderIds.stream().map(OrderId::value).toArray(UUID[]::new);
        return client.preparedQuery(BY_ORDERS)
                .execute(Tuple.of((Object) ids))
                .map(PaymentRows::all);
    }

    /** Payments that the reader may see and that began before {@code before}, newest first. */
    Uni<List<OrderPayment>> newest(
            SqlClient client,
            Reader reader,
            Payment.@Nullable Status status,
            @Nullable UUID before,
            int limit) {
        Tuple values = Tuple.of(status == null ? null : status.name(), before, limit);
        if (!reader.manager()) {
            values.addString(reader.id());
        }
        return client.preparedQuery(reader.manager() ? NEWEST : NEWEST_ASKED_FOR)
                .execute(values)
                .map(PaymentRows::all);
    }

    /** Payments with an open attempt that nobody attends to. */
    Uni<List<OrderPayment>> unattended(SqlClient client, Instant now, int limit) {
        return client.preparedQuery(UNATTENDED)
                .execute(Tuple.of(PaymentRows.time(now), limit))
                .map(PaymentRows::all);
    }

    /** Payments that were closed and still hold money. */
    Uni<List<OrderPayment>> owed(SqlClient client, Instant now, int limit) {
        return client.preparedQuery(OWED)
                .execute(Tuple.of(PaymentRows.time(now), limit))
                .map(PaymentRows::all);
    }

    /**
     * Writes the change; false when another one was first (the version has moved, or the order has
     * a payment already) and nothing was written. A key that its caller has used for another
     * request is a problem with status 422.
     */
    Uni<Boolean> write(SqlClient client, Change change) {
        Tuple values =
                Tuple.of(
                        PaymentRows.json(change.payment()),
                        PaymentRows.json(change.attempt()),
                        outbox.rows(PaymentFacts.of(change)));
        boolean begins = change.basedOn() == 0;
        if (!begins) {
            values.addLong(change.basedOn());
        }
        return client.preparedQuery(begins ? PaymentStatements.BEGIN : PaymentStatements.CHANGE)
                .execute(values)
                .map(PaymentRepository::wrote)
                .invoke(written -> tell(client, written && !change.facts().isEmpty()))
                .onFailure(PaymentRepository::keyTaken)
                .transform(PaymentRepository::keyReused);
    }

    private void tell(SqlClient client, boolean facts) {
        if (facts) {
            outbox.announce(client);
        }
    }

    /**
     * Writes a tombstone for an order without a payment; false when the order has something
     * already.
     */
    Uni<Boolean> close(
            SqlClient client, OrderId orderId, String provider, String reason, Instant now) {
        return client.preparedQuery(PaymentStatements.CLOSE)
                .execute(
                        Tuple.of(
                                Ids.next(),
                                orderId.value(),
                                provider,
                                reason,
                                PaymentRows.time(now)))
                .map(rows -> rows.rowCount() == 1);
    }

    private static String newest(String narrowed) {
        return SELECT
                + """
                where p.payment_id in (
                    select payment_id from payment
                    where not tombstone and ($1::text is null or status = $1)
                      and ($2::uuid is null or payment_id < $2) %s
                    order by payment_id desc limit $3)
                order by p.payment_id desc, a.started_at, a.attempt_id\
                """
                        .formatted(narrowed);
    }

    private static boolean wrote(RowSet<Row> rows) {
        return rows.iterator().next().getInteger(0) == 1;
    }

    private static boolean keyTaken(Throwable failure) {
        return failure instanceof PgException refused
                && "attempt_request".equals(refused.getConstraint());
    }

    private static Throwable keyReused(Throwable failure) {
        return new Problem(
                CommonProblem.IDEMPOTENCY_KEY_REUSED,
                "Use a new Idempotency-Key for another request.");
    }
}
