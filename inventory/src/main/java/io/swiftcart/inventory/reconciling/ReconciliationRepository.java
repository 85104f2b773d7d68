package io.swiftcart.inventory.reconciling;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.ledger.StockLedger;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Compares the books. Each comparison (of SKUs: each page of them) is one statement and thus one
 * snapshot, in which every change is whole: what differs there differs for good, and is no order
 * under way.
 */
@ApplicationScoped
class ReconciliationRepository {
    /** So few that one statement ends in time, if they have a hundred thousand movements each. */
    private static final int SKUS_AT_ONCE = 100;

    /** The row without a kind says how many were looked at, and which was the last. */
    private static final String SKUS =
            """
            with book as (
                select * from stock where updated_at >= $1 and sku > $2 order by sku limit $3
            ),
            moved as (%s)
            select null::text as kind, max(sku) as sku, null::uuid as order_id, count(*)::text as ours, '' as theirs
              from book
            union all
            (select kind, b.sku, null, ours::text, theirs::text
               from book b left join moved m on m.sku = b.sku
              cross join lateral (values ('on-hand', b.on_hand, coalesce(m.on_hand, 0)),
                                         ('reserved', b.reserved, coalesce(m.reserved, 0))) as pair(kind, ours, theirs)
              where ours <> theirs limit 1000)
            """;

    private static final String MOVED_EVER =
            """
            select m.sku, sum(m.on_hand_delta) as on_hand, sum(m.reserved_delta) as reserved
              from movement m join book b on b.sku = m.sku group by m.sku
            """;

    private static final String MOVED_SINCE_CLOSING =
            """
            select b.sku, coalesce(c.on_hand, 0) + coalesce(since.on_hand, 0) as on_hand,
                   coalesce(c.reserved, 0) + coalesce(since.reserved, 0) as reserved
              from book b left join closing c on c.sku = b.sku
             cross join lateral (
                   select sum(on_hand_delta) as on_hand, sum(reserved_delta) as reserved from movement m
                    where m.sku = b.sku
                      and m.movement_id > coalesce(c.up_to, '00000000-0000-0000-0000-000000000000')) since
            """;

    private static final String HOLDS =
            """
            with held as (
                select line.sku, sum(line.qty) as qty
                  from reservation r, unnest(r.skus, r.quantities) as line(sku, qty)
                 where r.status = 'HELD' group by line.sku
            )
            select null::text as kind, null::text as sku, null::uuid as order_id, count(*)::text as ours, '' as theirs
              from stock
            union all
            (select 'held', coalesce(s.sku, h.sku), null, coalesce(s.reserved, 0)::text, coalesce(h.qty, 0)::text
               from stock s full join held h on h.sku = s.sku
              where coalesce(s.reserved, 0) <> coalesce(h.qty, 0) limit 1000)
            """;

    private static final String ORDERS =
            """
            with book as (
                select * from reservation where coalesce(closed_at, created_at) >= $1
            ),
            due as (
                select b.order_id, line.sku,
                       case b.status when 'COMMITTED' then coalesce(b.restocked[line.number], 0) - line.qty
                                     else 0 end as on_hand,
                       case b.status when 'HELD' then line.qty else 0 end as reserved
                  from book b, unnest(b.skus, b.quantities) with ordinality as line(sku, qty, number)
            ),
            moved as (
                select m.order_id, m.sku, sum(m.on_hand_delta) as on_hand, sum(m.reserved_delta) as reserved
                  from movement m join book b on b.order_id = m.order_id group by m.order_id, m.sku
            )
            select null::text as kind, null::text as sku, null::uuid as order_id, count(*)::text as ours, '' as theirs
              from book
            union all
            (select 'movements', d.sku, d.order_id, d.on_hand || ' on hand, ' || d.reserved || ' reserved',
                    coalesce(m.on_hand, 0) || ' on hand, ' || coalesce(m.reserved, 0) || ' reserved'
               from due d left join moved m on m.order_id = d.order_id and m.sku = d.sku
              where d.on_hand <> coalesce(m.on_hand, 0) or d.reserved <> coalesce(m.reserved, 0) limit 1000)
            union all
            (select 'stray', m.sku, m.order_id, 'no such line', m.type
               from movement m left join reservation r on r.order_id = m.order_id
              where m.order_id is not null and m.movement_id >= $3
                and (r.order_id is null or m.sku <> all (r.skus)) limit 1000)
            union all
            (select 'overdue', null, order_id, 'HELD', 'expired at ' || to_char(expires_at at time zone 'UTC',
                    'YYYY-MM-DD"T"HH24:MI:SS"Z"')
               from reservation where status = 'HELD' and expires_at < $2 limit 1000)
            union all
            (select 'shortfall', null, order_id, status, 'CONFIRMED' from reservation
              where shortfall_at is not null limit 1000)
            """;

    private final Database database;

    /** How many were looked at, and what was found. */
    record Comparison(long checked, List<Mismatch> mismatches) {

        Comparison and(Comparison other) {
            List<Mismatch> all = new ArrayList<>(mismatches);
            all.addAll(other.mismatches);
            return new Comparison(checked + other.checked, all);
        }
    }

    ReconciliationRepository(Database database) {
        this.database = database;
    }

    /** All stock, and all movements there ever were. */
    Uni<Comparison> skus() {
        return skus(MOVED_EVER, Instant.EPOCH);
    }

    /** Stock that has changed since then, and its movements: those that are closed by their sum. */
    Uni<Comparison> skusSince(Instant since) {
        return skus(MOVED_SINCE_CLOSING, since);
    }

    private Uni<Comparison> skus(String moved, Instant since) {
        String sql = SKUS.formatted(moved);
        AtomicReference<String> after = new AtomicReference<>("");
        return Multi.createBy()
                .repeating()
                .uni(() -> skus(sql, since, after))
                .whilst(page -> page.checked() == SKUS_AT_ONCE)
                .collect()
                .with(Collectors.reducing(new Comparison(0, List.of()), Comparison::and));
    }

    private Uni<Comparison> skus(String sql, Instant since, AtomicReference<String> after) {
        return database.pool()
                .preparedQuery(sql)
                .execute(Tuple.of(StockLedger.timestamp(since), after.get(), SKUS_AT_ONCE))
                .invoke(rows -> after.set(last(rows)))
                .map(ReconciliationRepository::comparison);
    }

    private static String last(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getString("kind") == null)
                .map(row -> row.getString("sku"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** What is reserved of each SKU, and what orders hold of it. */
    Uni<Comparison> holds() {
        return compared(HOLDS, Tuple.tuple());
    }

    /** Orders that have changed since then and their movements; and holds that expired earlier. */
    Uni<Comparison> ordersSince(Instant since, Instant expiredBefore) {
        return compared(
                ORDERS,
                Tuple.of(
                        StockLedger.timestamp(since),
                        StockLedger.timestamp(expiredBefore),
                        movementAt(since)));
    }

    /** Before all movements since then: they are numbered by the time at which they were made. */
    private static UUID movementAt(Instant time) {
        return new UUID(time.toEpochMilli() << 16, 0);
    }

    private Uni<Comparison> compared(String sql, Tuple operands) {
        return database.pool()
                .preparedQuery(sql)
                .execute(operands)
                .map(ReconciliationRepository::comparison);
    }

    private static Comparison comparison(RowSet<Row> rows) {
        long checked = 0;
        List<Mismatch> mismatches = new ArrayList<>();
        for (Row row : rows) {
            if (row.getString("kind") == null) {
                checked = Long.parseLong(row.getString("ours"));
            } else {
                mismatches.add(Mismatch.from(row));
            }
        }
        return new Comparison(checked, mismatches);
    }
}
