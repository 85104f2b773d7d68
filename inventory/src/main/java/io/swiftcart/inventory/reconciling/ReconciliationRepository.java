package io.swiftcart.inventory.reconciling;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.ledger.StockLedger;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Compares the books. Each comparison is one statement and thus one snapshot, in which every change
 * is whole: what differs there differs for good, and is no order under way.
 */
@ApplicationScoped
class ReconciliationRepository {
    /** The first row of each answer has no kind: it says how many were looked at. */
    private static final String SKUS =
            """
            with book as (
                select * from stock where updated_at >= $1
            ),
            moved as (%s)
            select null::text as kind, null::text as sku, null::uuid as order_id, count(*)::text as ours, '' as theirs
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

    /** Movements are numbered by the time at which they were made. */
    private static final String HORIZON =
            "select uuidv7(make_interval(secs => -$1::double precision))";

    /** So few that one statement ends in time, even if they have millions of movements each. */
    private static final int CLOSED_AT_ONCE = 20;

    private static final String CLOSE =
            """
            with due as (
                select s.sku, c.up_to, coalesce(c.on_hand, 0) as on_hand, coalesce(c.reserved, 0) as reserved
                  from stock s left join closing c on c.sku = s.sku
                 where c.up_to is null or (c.up_to < $1 and s.updated_at > uuid_extract_timestamp(c.up_to))
                 limit $2
            )
            insert into closing (sku, up_to, on_hand, reserved)
            select d.sku, $1, d.on_hand + coalesce(added.on_hand, 0), d.reserved + coalesce(added.reserved, 0)
              from due d cross join lateral (
                   select sum(on_hand_delta) as on_hand, sum(reserved_delta) as reserved from movement m
                    where m.sku = d.sku and m.movement_id <= $1
                      and m.movement_id > coalesce(d.up_to, '00000000-0000-0000-0000-000000000000')) added
            on conflict (sku) do update
               set up_to = excluded.up_to, on_hand = excluded.on_hand, reserved = excluded.reserved
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
              where m.order_id is not null and m.occurred_at >= $1
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
        return compared(SKUS.formatted(MOVED_EVER), Tuple.of(StockLedger.timestamp(Instant.EPOCH)));
    }

    /** Stock that has changed since then, and its movements: those that are closed by their sum. */
    Uni<Comparison> skusSince(Instant since) {
        return compared(
                SKUS.formatted(MOVED_SINCE_CLOSING), Tuple.of(StockLedger.timestamp(since)));
    }

    /**
     * Adds up the movements that are older than {@code age}, which must be longer than a
     * transaction can take: a movement that is committed after younger ones were added up would be
     * left out.
     */
    Uni<Void> close(Duration age) {
        return database.pool()
                .preparedQuery(HORIZON)
                .execute(Tuple.of((double) age.toSeconds()))
                .map(rows -> rows.iterator().next().getUUID(0))
                .chain(this::closeUpTo);
    }

    private Uni<Void> closeUpTo(UUID horizon) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () ->
                                database.pool()
                                        .preparedQuery(CLOSE)
                                        .execute(Tuple.of(horizon, CLOSED_AT_ONCE)))
                .whilst(closed -> closed.rowCount() == CLOSED_AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** What is reserved of each SKU, and what orders hold of it. */
    Uni<Comparison> holds() {
        return compared(HOLDS, Tuple.tuple());
    }

    /** Orders that have changed since then and their movements; and holds that expired earlier. */
    Uni<Comparison> ordersSince(Instant since, Instant expiredBefore) {
        return compared(
                ORDERS,
                Tuple.of(StockLedger.timestamp(since), StockLedger.timestamp(expiredBefore)));
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
