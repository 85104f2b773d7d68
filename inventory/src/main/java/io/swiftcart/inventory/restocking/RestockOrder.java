package io.swiftcart.inventory.restocking;

import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.InventoryProblem;
import io.swiftcart.inventory.domain.Lines;
import io.swiftcart.inventory.domain.OrderId;
import io.swiftcart.inventory.domain.Reservation;
import io.swiftcart.inventory.domain.SoldLines;
import io.swiftcart.inventory.domain.StockLevel;
import io.swiftcart.inventory.hint.AvailabilityHint;
import io.swiftcart.inventory.restocking.RestockRepository.Sale;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Puts units back that were sold to an order; never more than were. */
@ApplicationScoped
class RestockOrder {
    private final Database database;
    private final RestockRepository restocks;
    private final AvailabilityHint hint;

    RestockOrder(Database database, RestockRepository restocks, AvailabilityHint hint) {
        this.database = database;
        this.restocks = restocks;
        this.hint = hint;
    }

    /**
     * The lines that are back under this id. Problems: 404 unknown order, 409 more than was sold,
     * 422 the id was used for other lines, 503 not sold yet.
     */
    Uni<Lines> with(OrderId order, UUID restockId, Lines lines) {
        return database.inTransaction(tx -> restock(tx, order, restockId, lines))
                .call(hint::remember)
                .replaceWith(lines);
    }

    private Uni<List<StockLevel>> restock(
            SqlConnection tx, OrderId order, UUID restockId, Lines lines) {
        return restocks.lock(tx, order, restockId)
                .map(found -> found.orElseThrow(RestockOrder::unknown))
                .chain(
                        sale ->
                                sale.repeated().isPresent()
                                        ? repeated(sale.repeated().get(), lines)
                                        : putBack(tx, sale, restockId, lines));
    }

    private static Uni<List<StockLevel>> repeated(Lines before, Lines now) {
        if (!before.equals(now)) {
            throw new Problem(
                    CommonProblem.IDEMPOTENCY_KEY_REUSED, "The restockId stands for other items.");
        }
        return Uni.createFrom().item(List.of());
    }

    private Uni<List<StockLevel>> putBack(
            SqlConnection tx, Sale sale, UUID restockId, Lines lines) {
        if (sale.status() == Reservation.Status.HELD) {
            throw new Problem(
                            CommonProblem.SERVICE_UNAVAILABLE,
                            "The order's units are not committed yet; ask again.")
                    .retryAfter(Duration.ofSeconds(1));
        }
        SoldLines after = sale.units().returning(lines).orElseThrow(RestockOrder::tooMuch);
        return restocks.putBack(tx, sale.orderId(), restockId, lines, after);
    }

    private static Problem unknown() {
        return new Problem(CommonProblem.NOT_FOUND, "Nothing is known of this order.");
    }

    private static Problem tooMuch() {
        return new Problem(
                InventoryProblem.RESTOCK_EXCEEDS_COMMITTED,
                "No more can be put back than was sold to the order and is not back yet.");
    }
}
