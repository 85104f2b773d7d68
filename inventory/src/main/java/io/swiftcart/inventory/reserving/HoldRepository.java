package io.swiftcart.inventory.reserving;

import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.domain.OrderId;
import io.swiftcart.inventory.domain.StockLevel;
import io.swiftcart.inventory.ledger.LedgerStatement;
import io.swiftcart.inventory.ledger.StockLedger;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes lines for orders, in one round trip whatever their number. */
@ApplicationScoped
class HoldRepository {
    /**
     * Orders that have a reservation are left out before anything is locked: to insert theirs once
     * more would be to wait for whoever is ending it, who may be waiting for the stock. The others
     * are decided on rows that are locked by then, and everything else hangs on the rows that are
     * inserted.
     */
    private static final LedgerStatement HOLD =
            LedgerStatement.ofReserving(
                    AskOperands.ASKED
                            + """
                            fresh as (
                                select * from asked a
                                 where not exists (select from reservation r where r.order_id = a.order_id)
                            ),
                            wanted as (
                                select l.* from line l join fresh f on f.position = l.position
                            ),
                            offered as (
                                select s.sku, s.on_hand - s.reserved as available
                                  from stock s join (select distinct sku from wanted) w on w.sku = s.sku
                                 order by s.sku for no key update of s
                            ),
                            numbered as (
                                select sku, available, row_number() over (order by sku) as item from offered
                            ),
                            served as (
                                select served.position
                                  from (select array_agg(w.position order by w.number) as arrival,
                                               array_agg(n.item::integer order by w.number) as item,
                                               array_agg(w.qty order by w.number) as wanted
                                          from wanted w left join numbered n on n.sku = w.sku) crowd,
                                       (select array_agg(available order by item) as available from numbered) shelf,
                                       first_come_first_served(
                                           crowd.arrival, crowd.item, crowd.wanted, shelf.available) as served(position)
                            ),
                            made as (
                                insert into reservation (order_id, status, skus, quantities, created_at, expires_at)
                                select f.order_id, 'HELD', array_agg(w.sku order by w.number),
                                       array_agg(w.qty order by w.number), $2::timestamptz, f.expires_at
                                  from served s
                                  join fresh f on f.position = s.position
                                  join wanted w on w.position = s.position
                                 group by f.order_id, f.expires_at
                                on conflict (order_id) do nothing
                                returning *
                            ),
                            touched as (
                                select m.*, f.headers from made m join fresh f on f.order_id = m.order_id
                            )\
                            """);

    private final StockLedger ledger;

    /**
     * What was taken.
     *
     * @param stock the stock it came from, as it is afterwards
     * @param orders the orders it was taken for
     */
    record Held(List<StockLevel> stock, Set<OrderId> orders) {}

    HoldRepository(StockLedger ledger) {
        this.ledger = ledger;
    }

    /** Takes all lines of an order, or none, for each of them in turn; each order asks once. */
    Uni<Held> hold(List<Ask> asks) {
        return ledger.execute(HOLD, AskOperands.of(asks)).map(HoldRepository::held);
    }

    private static Held held(RowSet<Row> rows) {
        Held held = new Held(new ArrayList<>(), new HashSet<>());
        for (Row row : rows) {
            if (row.getUUID("order_id") == null) {
                held.stock().add(StockLedger.level(row));
            } else {
                held.orders().add(new OrderId(row.getUUID("order_id")));
            }
        }
        return held;
    }
}
