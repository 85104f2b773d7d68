package io.swiftcart.payment.settling;

/**
 * The statements that write a change: payment, attempt, books and facts in one round trip and one
 * commit. $1 is the payment, $2 the attempt or an empty object, $3 the facts.
 */
final class PaymentStatements {

    /**
     * Follows a statement named written. Books what the payment's amounts have grown by, each sum
     * once as debit and once as credit, so that the two are equal whatever is written.
     */
    private static final String WITH_ATTEMPT_BOOKS_AND_FACTS =
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
            ), booked as (
                insert into ledger_entry (payment_id, order_id, attempt_id, account, side, amount, currency, booked_at)
                select written.payment_id, written.order_id, n.attempt_id, entry.account, entry.side, moved.amount,
                       written.currency, written.updated_at
                from written, jsonb_populate_record(null::attempt, $2::jsonb) n,
                     lateral (values ('provider_receivable', 'customer_funds', captured_more),
                                     ('refunds', 'provider_receivable', refunded_more)) as moved(debited, credited, amount),
                     lateral (values (debited, 'DEBIT'), (credited, 'CREDIT')) as entry(account, side)
                where moved.amount <> 0
            ), told as (
                insert into outbox (id, aggregatetype, aggregateid, type, payload, headers, created_at)
                select (f->>'id')::uuid, f->>'topic', f->>'key', f->>'type', f->>'payload', f->'headers', now()
                from written, jsonb_array_elements($3::jsonb) with ordinality as facts(f, position)
                order by position
            )
            select count(*)::int from written\
            """;

    /** Writes a payment that begins; counts 0 when the order has something already. */
    static final String BEGIN =
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
                returning payment_id, order_id, currency, updated_at, captured_amount as captured_more,
                          refunded_amount as refunded_more
            )\
            """
                    + WITH_ATTEMPT_BOOKS_AND_FACTS;

    /** $4 is the version that the change is based on; counts 0 when the payment has moved on. */
    static final String CHANGE =
            """
            with written as (
                update payment p
                set status = n.status, captured_amount = n.captured_amount, refunded_amount = n.refunded_amount,
                    provider_payment_id = n.provider_payment_id, failure_reason = n.failure_reason,
                    closed_reason = n.closed_reason, version = n.version, updated_at = n.updated_at
                from jsonb_populate_record(null::payment, $1::jsonb) n
                where p.payment_id = n.payment_id and p.version = $4
                returning p.payment_id, p.order_id, p.currency, p.updated_at,
                          new.captured_amount - old.captured_amount as captured_more,
                          new.refunded_amount - old.refunded_amount as refunded_more
            )\
            """
                    + WITH_ATTEMPT_BOOKS_AND_FACTS;

    /** Writes a tombstone; touches no row when the order has something already. */
    static final String CLOSE =
            """
            insert into payment (payment_id, order_id, tombstone, status, provider, closed_reason, version,
                                 created_at, updated_at)
            values ($1, $2, true, 'VOIDED', $3, $4, 1, $5, $5)
            on conflict (order_id) do nothing\
            """;

    private PaymentStatements() {}
}
