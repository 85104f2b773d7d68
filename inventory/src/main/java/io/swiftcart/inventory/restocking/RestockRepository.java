package io.swiftcart.inventory.restocking;

import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.domain.Lines;
import io.swiftcart.inventory.domain.OrderId;
import io.swiftcart.inventory.domain.Reservation;
import io.swiftcart.inventory.domain.SoldLines;
import io.swiftcart.inventory.domain.StockLevel;
import io.swiftcart.inventory.ledger.LedgerStatement;
import io.swiftcart.inventory.ledger.ReservationBook;
import io.swiftcart.inventory.ledger.StockLedger;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is sold and what of it is back, in the caller's transaction. */
@ApplicationScoped
class RestockRepository {
    private static final String LOCK =
            """
            select order_id, status, skus, quantities, expires_at, restocked
              from reservation where order_id = $1 for no key update
            """;

    /** Apart from the lock: what another has put back while it was waited for must be seen. */
    private static final String FIND =
            "select skus, quantities from restock where order_id = $1 and restock_id = $2";

    private static final LedgerStatement PUT_BACK =
            LedgerStatement.ofStock(
                    """
                    counted as (
                        update reservation set restocked = $7::integer[] where order_id = $3
                    ),
                    noted as (
                        insert into restock (order_id, restock_id, skus, quantities, restocked_at)
                        values ($3, $4, $5::text[], $6::integer[], $2::timestamptz)
                    ),
                    change as (
                        select sku, $3::uuid as order_id, 'RETURNED' as type, qty as on_hand_delta, 0 as reserved_delta,
                               'restock ' || $4::uuid as reason
                          from unnest($5::text[], $6::integer[]) as line(sku, qty)
                    )\
                    """);

    private final StockLedger ledger;

    /**
     * How an order stands.
     *
     * @param units nothing is sold unless the status is COMMITTED
     * @param repeated the lines that are back under the same id already
     */
    record Sale(
            OrderId orderId,
            Reservation.Status status,
            SoldLines units,
            Optional<Lines> repeated) {}

    RestockRepository(StockLedger ledger) {
        this.ledger = ledger;
    }

    /** How the order stands, kept from others until the end of the transaction. */
    Uni<Optional<Sale>> lock(SqlClient tx, OrderId order, UUID restockId) {
        return tx.preparedQuery(LOCK)
                .execute(Tuple.of(order.value()))
                .chain(
                        sales ->
                                tx.preparedQuery(FIND)
                                        .execute(Tuple.of(order.value(), restockId))
                                        .map(repeats -> sale(sales, repeats)));
    }

    /** Puts the lines back, after which the order's units stand as {@code after} says. */
    Uni<List<StockLevel>> putBack(
            SqlClient tx, OrderId order, UUID restockId, Lines lines, SoldLines after) {
        return ledger.apply(
                tx,
                PUT_BACK,
                order.value(),
                restockId,
                lines.skus(),
                lines.quantities(),
                after.backByLine());
    }

    private static Optional<Sale> sale(RowSet<Row> sales, RowSet<Row> repeats) {
        RowIterator<Row> row = sales.iterator();
        if (!row.hasNext()) {
            return Optional.empty();
        }
        RowIterator<Row> repeat = repeats.iterator();
        Row found = row.next();
        Reservation reservation = ReservationBook.from(found);
        return Optional.of(
                new Sale(
                        reservation.orderId(),
                        reservation.status(),
                        units(reservation, found.getArrayOfIntegers("restocked")),
                        repeat.hasNext()
                                ? Optional.of(ReservationBook.lines(repeat.next()))
                                : Optional.empty()));
    }

    private static SoldLines units(Reservation reservation, Integer[] restocked) {
        if (reservation.status() != Reservation.Status.COMMITTED) {
            return new SoldLines(new Lines(List.of()), Map.of());
        }
        Map<String, Integer> back = new HashMap<>();
        for (int i = 0; restocked != null && i < restocked.length; i++) {
            back.put(reservation.lines().all().get(i).sku(), restocked[i]);
        }
        return new SoldLines(reservation.lines(), back);
    }
}
