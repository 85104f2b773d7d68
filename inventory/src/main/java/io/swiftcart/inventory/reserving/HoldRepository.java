package io.swiftcart.inventory.reserving;

import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.domain.HoldStep;
import io.swiftcart.inventory.domain.Lines;
import io.swiftcart.inventory.domain.OrderId;
import io.swiftcart.inventory.domain.Reservation;
import io.swiftcart.inventory.domain.Shortage;
import io.swiftcart.inventory.domain.StockLevel;
import io.swiftcart.inventory.ledger.LedgerStatement;
import io.swiftcart.inventory.ledger.ReservationBook;
import io.swiftcart.inventory.ledger.StockLedger;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.outbox.Outbox;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes lines for an order, and looks why they could not be taken. Each method is one round trip.
 */
@ApplicationScoped
class HoldRepository {
    /**
     * All or none: the reservation is only inserted when every line finds enough in rows that are
     * locked by then, and everything else hangs on the inserted row.
     */
    private static final LedgerStatement HOLD =
            LedgerStatement.ofHolds(
                    HoldStep.RESERVE,
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
                        insert into reservation (order_id, status, skus, quantities, created_at, expires_at)
                        select $3, 'HELD', $4::text[], $5::integer[], $2::timestamptz, $6
                         where cardinality($4::text[]) = (
                                   select count(*) from wanted w join offered o on o.sku = w.sku
                                    where o.available >= w.qty)
                        on conflict (order_id) do nothing
                        returning *
                    )\
                    """);

    /**
     * One snapshot of both: read one after the other, an order could take the last unit in between
     * and be told no.
     */
    private static final String LOOK =
            """
            select line.sku, line.qty as requested, coalesce(s.on_hand - s.reserved, 0) as available,
                   r.order_id, r.status, r.skus, r.quantities, r.expires_at
              from unnest($2::text[], $3::integer[]) as line(sku, qty)
              left join stock s on s.sku = line.sku
              left join reservation r on r.order_id = $1
             order by line.sku
            """;

    private final Database database;
    private final StockLedger ledger;
    private final Outbox outbox;

    /**
     * How an order and its lines stand: its reservation, if it has one, and the lines that are
     * short.
     */
    record Standing(Optional<Reservation> reservation, List<Shortage> shortages) {}

    HoldRepository(Database database, StockLedger ledger, Outbox outbox) {
        this.database = database;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    /** Takes all lines; gives the stock they came from, or nothing when nothing was taken. */
    Uni<List<StockLevel>> hold(OrderId order, Lines lines, Instant expiresAt) {
        return ledger.apply(
                HOLD,
                order.value(),
                lines.skus(),
                lines.quantities(),
                StockLedger.timestamp(expiresAt));
    }

    /** How the order and its lines stand at this moment. */
    Uni<Standing> look(OrderId order, Lines lines) {
        return database.pool()
                .preparedQuery(LOOK)
                .execute(Tuple.of(order.value(), lines.skus(), lines.quantities()))
                .map(HoldRepository::standing);
    }

    /** Tells that the order was refused. */
    Uni<Void> tellRefusal(OrderId order, List<Shortage> shortages) {
        return outbox.add(
                        database.pool(),
                        List.of(ReservationFailed.about(order, shortages, ledger.now())))
                .invoke(database::announce);
    }

    private static Standing standing(RowSet<Row> rows) {
        Optional<Reservation> reservation = Optional.empty();
        List<Shortage> shortages = new ArrayList<>();
        for (Row row : rows) {
            if (row.getUUID("order_id") != null) {
                reservation = Optional.of(ReservationBook.from(row));
            }
            Shortage line =
                    new Shortage(
                            row.getString("sku"),
                            row.getInteger("requested"),
                            row.getInteger("available"));
            if (line.available() < line.requested()) {
                shortages.add(line);
            }
        }
        return new Standing(reservation, List.copyOf(shortages));
    }
}
