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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads payments with their attempts, and writes each change (payment, attempt, facts) as one
 * statement, which is a transaction of its own: one round trip, one commit.
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
    private static final String BY_ID =
            SELECT + "where p.payment_id = $1 and not p.tombstone" + OLDEST_ATTEMPT_FIRST;
    private static final String BY_ORDER = SELECT + "where p.order_id = $1" + OLDEST_ATTEMPT_FIRST;

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
    private static final String NEWEST =
            SELECT
                    + """
                    where p.payment_id in (
                        select payment_id from payment
                        where not tombstone and ($1::text is null or status = $1)
                          and ($2::uuid is null or payment_id < $2)
                        order by payment_id desc limit $3)
                    order by p.payment_id desc, a.started_at, a.attempt_id\
                    """;

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

    /**
     * Follows a statement named written that returns payment_id; $2 is the attempt or null, $3 the
     * facts.
     */
    private static final String WITH_ATTEMPT_AND_FACTS =
            """
            , tried as (
                insert into attempt (attempt_id, payment_id, operation, status, amount, caller, request_key, request,
                                     asks, started_at, asked_at, finished_at, failure_reason)
                select n.attempt_id, written.payment_id, n.operation, n.status, n.amount, n.caller, n.request_key,
                       n.request, n.asks, n.started_at, n.asked_at, n.finished_at, n.failure_reason
                from written, jsonb_populate_record(null::attempt, $2::jsonb) n
                where n.attempt_id is not null
                on conflict (attempt_id) do update set status = excluded.status, asks = excluded.asks,
                    asked_at = excluded.asked_at, finished_at = excluded.finished_at,
                    failure_reason = excluded.failure_reason
            ), told as (
                insert into outbox (id, aggregatetype, aggregateid, type, payload, headers, created_at)
                select (f->>'id')::uuid, f->>'topic', f->>'key', f->>'type', f->>'payload', f->'headers', now()
                from written, jsonb_array_elements($3::jsonb) with ordinality as facts(f, position)
                order by position
            )
            select count(*)::int from written\
            """;

    private static final String BEGIN =
            """
            with written as (
                insert into payment (payment_id, order_id, status, amount, currency, payment_method, capture,
                                     captured_amount, refunded_amount, provider, provider_payment_id, failure_reason,
                                     closed_reason, version, created_at, updated_at)
                select payment_id, order_id, status, amount, currency, payment_method, capture,
                       captured_amount, refunded_amount, provider, provider_payment_id, failure_reason,
                       closed_reason, version, created_at, updated_at
                from jsonb_populate_record(null::payment, $1::jsonb)
                on conflict (order_id) do nothing
                returning payment_id
            )\
            """
                    + WITH_ATTEMPT_AND_FACTS;

    private static final String CHANGE =
            """
            with written as (
                update payment p
                set status = n.status, captured_amount = n.captured_amount, refunded_amount = n.refunded_amount,
                    provider_payment_id = n.provider_payment_id, failure_reason = n.failure_reason,
                    closed_reason = n.closed_reason, version = n.version, updated_at = n.updated_at
                from jsonb_populate_record(null::payment, $1::jsonb) n
                where p.payment_id = n.payment_id and p.version = $4
                returning p.payment_id
            )\
            """
                    + WITH_ATTEMPT_AND_FACTS;

    private static final String CLOSE =
            """
            insert into payment (payment_id, order_id, tombstone, status, provider, closed_reason, version,
                                 created_at, updated_at)
            values ($1, $2, true, 'VOIDED', $3, $4, 1, $5, $5)
            on conflict (order_id) do nothing\
            """;

    private final Outbox outbox;

    PaymentRepository(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The payment; None when there is none. */
    Uni<OrderPayment> byId(SqlClient client, Payment.Id id) {
        return client.preparedQuery(BY_ID).execute(Tuple.of(id.value())).map(PaymentRows::single);
    }

    Uni<OrderPayment> byOrder(SqlClient client, OrderId orderId) {
        return client.preparedQuery(BY_ORDER)
                .execute(Tuple.of(orderId.value()))
                .map(PaymentRows::single);
    }

    /** Payments that began before {@code before}, newest first. */
    Uni<List<OrderPayment>> newest(
            SqlClient client, Payment.@Nullable Status status, @Nullable UUID before, int limit) {
        return client.preparedQuery(NEWEST)
                .execute(Tuple.of(status == null ? null : status.name(), before, limit))
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
        return client.preparedQuery(begins ? BEGIN : CHANGE)
                .execute(values)
                .map(PaymentRepository::wrote)
                .onFailure(PaymentRepository::keyTaken)
                .transform(PaymentRepository::keyReused);
    }

    /**
     * Writes a tombstone for an order without a payment; false when the order has something
     * already.
     */
    Uni<Boolean> close(
            SqlClient client, OrderId orderId, String provider, String reason, Instant now) {
        return client.preparedQuery(CLOSE)
                .execute(
                        Tuple.of(
                                Ids.next(),
                                orderId.value(),
                                provider,
                                reason,
                                PaymentRows.time(now)))
                .map(rows -> rows.rowCount() == 1);
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
