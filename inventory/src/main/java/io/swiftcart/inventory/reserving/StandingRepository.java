package io.swiftcart.inventory.reserving;

import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.domain.Reservation;
import io.swiftcart.inventory.domain.Shortage;
import io.swiftcart.inventory.ledger.LedgerStatement;
import io.swiftcart.inventory.ledger.ReservationBook;
import io.swiftcart.inventory.ledger.StockLedger;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * Looks why orders were not held: renews those that are held already, and tells of those for which
 * there is not enough. One round trip whatever their number.
 */
@ApplicationScoped
class StandingRepository {
    /**
     * One snapshot of reservations and stock: read one after the other, an order could take the
     * last unit in between and be told no. It waits for nobody: who is ending a reservation would
     * keep a whole batch waiting.
     */
    private static final LedgerStatement LOOK =
            LedgerStatement.ofLooking(
                    AskOperands.ASKED
                            + """
                            renewable as (
                                select r.order_id, a.expires_at, a.position
                                  from reservation r join asked a on a.order_id = r.order_id
                                 where r.status = 'HELD'
                                   and r.skus = array(
                                       select sku from line l where l.position = a.position order by number)
                                   and r.quantities = array(
                                       select qty from line l where l.position = a.position order by number)
                                 order by r.order_id for no key update of r skip locked
                            ),
                            renewed as (
                                update reservation r set expires_at = greatest(r.expires_at, n.expires_at)
                                  from renewable n where r.order_id = n.order_id and r.status = 'HELD'
                                returning r.order_id, r.expires_at
                            ),
                            short as (
                                select l.position, l.sku, l.qty as requested,
                                       coalesce(s.on_hand - s.reserved, 0) as available
                                  from line l join asked a on a.position = l.position
                                  left join stock s on s.sku = l.sku
                                 where l.qty > coalesce(s.on_hand - s.reserved, 0)
                                   and not exists (select from reservation r where r.order_id = a.order_id)
                            ),
                            refused as (
                                select position, array_agg(sku order by sku) as skus,
                                       array_agg(requested order by sku) as requested,
                                       array_agg(available order by sku) as available,
                                       jsonb_agg(
                                           jsonb_build_object(
                                               'sku', sku, 'requested', requested, 'available', available)
                                           order by sku) as items
                                  from short group by position
                            ),
                            news as (
                                select 'inventory.reservation-failed.v1' as topic, a.order_id::text as key,
                                       jsonb_build_object(
                                           'orderId', a.order_id,
                                           'reservation',
                                           jsonb_build_object('status', 'REFUSED', 'items', f.items)) as body,
                                       a.headers
                                  from refused f join asked a on a.position = f.position
                            )\
                            """,
                    """
                    select r.order_id, r.status, r.skus, r.quantities, coalesce(n.expires_at, r.expires_at) as expires_at,
                           n.order_id is not null as renewed,
                           f.skus as short_skus, f.requested as short_requested, f.available as short_available
                      from asked a
                      left join reservation r on r.order_id = a.order_id
                      left join renewed n on n.order_id = a.order_id
                      left join refused f on f.position = a.position
                     order by a.position
                    """);

    private final StockLedger ledger;

    /**
     * How an order and its lines stand.
     *
     * @param reservation its reservation, if it has one
     * @param renewed whether the reservation is held, and for as long as is asked for now
     * @param shortages the lines that are short, when it has none
     */
    record Standing(Optional<Reservation> reservation, boolean renewed, List<Shortage> shortages) {}

    StandingRepository(StockLedger ledger) {
        this.ledger = ledger;
    }

    /** How each of them stands at this moment, in their order. */
    Uni<List<Standing>> of(List<Ask> asks) {
        return ledger.execute(LOOK, AskOperands.of(asks))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(StandingRepository::standing)
                                        .toList());
    }

    private static Standing standing(Row row) {
        return new Standing(
                row.getUUID("order_id") == null
                        ? Optional.empty()
                        : Optional.of(ReservationBook.from(row)),
                row.getBoolean("renewed"),
                shortages(row));
    }

    private static List<Shortage> shortages(Row row) {
        String[] skus = row.getArrayOfStrings("short_skus");
        if (skus == null) {
            return List.of();
        }
        Integer[] requested = row.getArrayOfIntegers("short_requested");
        Integer[] available = row.getArrayOfIntegers("short_available");
        return IntStream.range(0, skus.length)
                .mapToObj(i -> new Shortage(skus[i], requested[i], available[i]))
                .toList();
    }
}
