package io.swiftcart.inventory.settling;

import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.domain.HoldStep;
import io.swiftcart.inventory.domain.Lines;
import io.swiftcart.inventory.domain.OrderId;
import io.swiftcart.inventory.domain.StockLevel;
import io.swiftcart.inventory.ledger.LedgerStatement;
import io.swiftcart.inventory.ledger.StockLedger;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Ends holds in the caller's transaction. Each step takes a reservation only from the status it may
 * come from and gives the stock it changed: none when the reservation was not in that status.
 */
@ApplicationScoped
class SettlementRepository {
    private static final String COMMITTED =
            """
            touched as (
                update reservation set status = 'COMMITTED', closed_at = $2::timestamptz
                 where order_id = $3 and status = 'HELD'
                returning *
            )\
            """;

    private static final LedgerStatement COMMIT =
            LedgerStatement.ofHolds(HoldStep.COMMIT, COMMITTED);

    /** The inbox knows the fact as soon as it had its effect, and not before. */
    private static final LedgerStatement COMMIT_BY_FACT =
            LedgerStatement.ofHolds(
                    HoldStep.COMMIT,
                    COMMITTED
                            + """
                            ,
                            noted as (
                                insert into inbox (consumer, event_id) select $4, $5 from touched on conflict do nothing
                            )\
                            """);

    private static final LedgerStatement COMMIT_LATE =
            LedgerStatement.ofHolds(
                    HoldStep.COMMIT_LATE,
                    """
                    wanted as (
                        select sku, qty from unnest($4::text[], $5::integer[]) as line(sku, qty)
                    ),
                    offered as (
                        select s.sku, s.on_hand - s.reserved as available
                          from stock s join wanted w on w.sku = s.sku
                         order by s.sku for no key update of s
                    ),
                    touched as (
                        insert into reservation (order_id, status, skus, quantities, created_at, closed_at)
                        select $3, 'COMMITTED', $4::text[], $5::integer[], $2::timestamptz, $2::timestamptz
                         where cardinality($4::text[]) = (
                                   select count(*) from wanted w join offered o on o.sku = w.sku
                                    where o.available >= w.qty)
                        on conflict (order_id) do update
                           set status = 'COMMITTED', closed_at = excluded.closed_at, shortfall_at = null
                         where reservation.status = 'EXPIRED' and reservation.skus = excluded.skus
                           and reservation.quantities = excluded.quantities
                        returning *
                    )\
                    """);

    /** An expired hold has given its units back; closing it keeps a late confirmation out. */
    private static final LedgerStatement RELEASE =
            LedgerStatement.ofHolds(
                    HoldStep.RELEASE,
                    """
                    tombstone as (
                        insert into reservation (order_id, status, skus, quantities, created_at, closed_at)
                        values ($3, 'RELEASED', '{}', '{}', $2::timestamptz, $2::timestamptz)
                        on conflict (order_id) do nothing
                    ),
                    expired as (
                        update reservation set status = 'RELEASED', shortfall_at = null
                         where order_id = $3 and status = 'EXPIRED'
                    ),
                    touched as (
                        update reservation set status = 'RELEASED', closed_at = $2::timestamptz
                         where order_id = $3 and status = 'HELD'
                        returning *
                    )\
                    """);

    /** Less what was restocked: those units are back already. */
    private static final LedgerStatement RETURN =
            LedgerStatement.ofHolds(
                    HoldStep.RETURN,
                    """
                    closed as (
                        update reservation set status = 'RETURNED', closed_at = $2::timestamptz
                         where order_id = $3 and status = 'COMMITTED'
                        returning *
                    ),
                    touched as (
                        select c.order_id, c.status, c.expires_at, array_agg(line.sku order by line.sku) as skus,
                               array_agg(line.qty - coalesce(c.restocked[line.number], 0) order by line.sku) as quantities
                          from closed c, unnest(c.skus, c.quantities) with ordinality as line(sku, qty, number)
                         where line.qty > coalesce(c.restocked[line.number], 0)
                         group by c.order_id, c.status, c.expires_at
                    )\
                    """);

    private static final LedgerStatement EXPIRE =
            LedgerStatement.ofHolds(
                    HoldStep.EXPIRE,
                    """
                    due as (
                        select order_id from reservation
                         where status = 'HELD' and expires_at <= $2::timestamptz
                           and ($4::uuid is null or order_id = $4)
                         order by expires_at limit $3 for no key update skip locked
                    ),
                    touched as (
                        update reservation r set status = 'EXPIRED', closed_at = $2::timestamptz
                          from due where r.order_id = due.order_id
                        returning r.*
                    )\
                    """);

    private static final String DUE =
            """
            select order_id from reservation
             where status = 'HELD' and expires_at <= $1 order by expires_at limit $2
            """;

    private static final String RECORD_SHORTFALL =
            """
            insert into reservation (order_id, status, skus, quantities, created_at, closed_at, shortfall_at)
            values ($1, 'EXPIRED', $2, $3, $4, $4, $4)
            on conflict (order_id) do update set shortfall_at = coalesce(reservation.shortfall_at, excluded.shortfall_at)
             where reservation.status = 'EXPIRED'
            """;

    private final Database database;
    private final StockLedger ledger;

    SettlementRepository(Database database, StockLedger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /** HELD becomes COMMITTED. */
    Uni<List<StockLevel>> commit(SqlClient tx, OrderId order) {
        return ledger.apply(tx, COMMIT, order.value());
    }

    /**
     * HELD becomes COMMITTED as a transaction of its own, in which {@code consumer} claims the
     * fact; where nothing is held, it is not claimed.
     */
    Uni<List<StockLevel>> commit(OrderId order, String consumer, UUID eventId) {
        return ledger.apply(COMMIT_BY_FACT, order.value(), consumer, eventId);
    }

    /** EXPIRED, or nothing at all, becomes COMMITTED if every line is available. */
    Uni<List<StockLevel>> commitLate(SqlClient tx, OrderId order, Lines lines) {
        return ledger.apply(tx, COMMIT_LATE, order.value(), lines.skus(), lines.quantities());
    }

    /**
     * HELD becomes RELEASED, and so does what is EXPIRED or unknown: that is the tombstone, which
     * changes no stock.
     */
    Uni<List<StockLevel>> release(SqlClient tx, OrderId order) {
        return ledger.apply(tx, RELEASE, order.value());
    }

    /** COMMITTED becomes RETURNED. */
    Uni<List<StockLevel>> putBack(SqlClient tx, OrderId order) {
        return ledger.apply(tx, RETURN, order.value());
    }

    /** Up to {@code ordersMax} holds that are due become EXPIRED, as a transaction of its own. */
    Uni<List<StockLevel>> expire(int ordersMax) {
        return ledger.apply(EXPIRE, ordersMax, null);
    }

    /** The order's hold becomes EXPIRED if it is due, as a transaction of its own. */
    Uni<List<StockLevel>> expire(OrderId order) {
        return ledger.apply(EXPIRE, 1, order.value());
    }

    /** The orders whose holds are due, up to {@code ordersMax}, the longest due first. */
    Uni<List<OrderId>> due(int ordersMax) {
        return database.pool()
                .preparedQuery(DUE)
                .execute(Tuple.of(StockLedger.timestamp(ledger.now()), ordersMax))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> new OrderId(row.getUUID("order_id")))
                                        .toList());
    }

    /** Writes down that a confirmed order could not be given its units. */
    Uni<Void> recordShortfall(SqlClient tx, OrderId order, Lines lines) {
        return tx.preparedQuery(RECORD_SHORTFALL)
                .execute(
                        Tuple.of(
                                order.value(),
                                lines.skus(),
                                lines.quantities(),
                                StockLedger.timestamp(ledger.now())))
                .replaceWithVoid();
    }
}
