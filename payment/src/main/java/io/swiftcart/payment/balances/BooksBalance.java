package io.swiftcart.payment.balances;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.invariants.Finding;
import io.swiftcart.platform.invariants.Invariant;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * I4 as far as payment knows it: what a payment says was captured and refunded is what the ledger
 * has booked, on both sides. Looks, in one snapshot, at the payments that began last and at those
 * that were booked last.
 */
@ApplicationScoped
class BooksBalance implements Invariant {

    private static final int PAYMENTS_MAX = 10_000;
    private static final int ENTRIES_MAX = 40_000;

    /**
     * The first row tells how many were looked at; the others are the payments that differ. Each
     * payment is looked up by itself: joined, PostgreSQL reads all payments there are.
     */
    private static final String CHECK =
            """
            with looked_at as materialized (
                select payment_id from (select payment_id from payment where not tombstone
                                        order by payment_id desc limit $1) began
                union
                select payment_id from (select payment_id from ledger_entry order by entry_id desc limit $2) booked
            ), books as (
                select p.*, b.*
                from looked_at l cross join lateral (
                    select order_id, captured_amount, refunded_amount
                    from payment where payment_id = l.payment_id limit 1) p
                cross join lateral (
                    select sum(e.amount) filter (where account = 'provider_receivable' and side = 'DEBIT') as received,
                           sum(e.amount) filter (where account = 'customer_funds' and side = 'CREDIT') as owed,
                           sum(e.amount) filter (where account = 'refunds' and side = 'DEBIT') as refunded,
                           sum(e.amount) filter (where account = 'provider_receivable' and side = 'CREDIT') as returned
                    from attempt a join ledger_entry e using (attempt_id) where a.payment_id = l.payment_id) b
            )
            select null::uuid as order_id, (select count(*) from looked_at) as captured, 0::bigint as refunded,
                   null as booked
            union all
            (select order_id, captured_amount, refunded_amount,
                    format('%s debit, %s credit captured; %s debit, %s credit refunded',
                           coalesce(received, 0), coalesce(owed, 0), coalesce(refunded, 0), coalesce(returned, 0))
             from books
             where (coalesce(received, 0), coalesce(owed, 0)) is distinct from (captured_amount, captured_amount)
                or (coalesce(refunded, 0), coalesce(returned, 0)) is distinct from (refunded_amount, refunded_amount)
             limit 1000)\
            """;

    private final Database database;

    BooksBalance(Database database) {
        this.database = database;
    }

    @Override
    public String id() {
        return "I4";
    }

    @Override
    public Uni<Finding> check() {
        return database.pool()
                .preparedQuery(CHECK)
                .execute(Tuple.of(PAYMENTS_MAX, ENTRIES_MAX))
                .map(BooksBalance::finding);
    }

    private static Finding finding(RowSet<Row> rows) {
        long lookedAt = 0;
        List<String> violations = new ArrayList<>();
        for (Row row : rows) {
            if (row.getUUID("order_id") == null) {
                lookedAt = row.getLong("captured");
            } else {
                violations.add(violation(row));
            }
        }
        return new Finding(lookedAt, violations);
    }

    private static String violation(Row row) {
        return "The payment of order %s has captured %d and refunded %d, but its books say %s."
                .formatted(
                        row.getUUID("order_id"),
                        row.getLong("captured"),
                        row.getLong("refunded"),
                        row.getString("booked"));
    }
}
