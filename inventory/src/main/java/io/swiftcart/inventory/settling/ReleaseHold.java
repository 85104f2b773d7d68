package io.swiftcart.inventory.settling;

import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.domain.OrderId;
import io.swiftcart.inventory.domain.Reservation;
import io.swiftcart.inventory.domain.StockLevel;
import io.swiftcart.inventory.hint.AvailabilityHint;
import io.swiftcart.inventory.ledger.ReservationBook;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.inbox.Inbox;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Gives up what is kept for an order. An order that is not known yet is closed too, so that a
 * reservation which comes late is refused. A command does not touch committed units; the fact that
 * the order came to nothing puts them back.
 */
@ApplicationScoped
class ReleaseHold {
    private static final String CONSUMER = "release-hold";

    private final Database database;
    private final Inbox inbox;
    private final SettlementRepository settlements;
    private final AvailabilityHint hint;

    /** How the reservation stands afterwards, and the stock that was changed. */
    record Outcome(Reservation.Status status, List<StockLevel> changed) {}

    ReleaseHold(
            Database database,
            Inbox inbox,
            SettlementRepository settlements,
            AvailabilityHint hint) {
        this.database = database;
        this.inbox = inbox;
        this.settlements = settlements;
        this.hint = hint;
    }

    /** By command. The status is COMMITTED when it was too late. */
    Uni<Reservation.Status> of(OrderId order) {
        return database.inTransaction(tx -> release(tx, order))
                .call(outcome -> hint.remember(outcome.changed()))
                .map(Outcome::status);
    }

    /** By fact, once for each event id. */
    Uni<Void> of(OrderEnded fact) {
        return database.inTransaction(tx -> once(tx, fact)).call(hint::remember).replaceWithVoid();
    }

    private Uni<List<StockLevel>> once(SqlConnection tx, OrderEnded fact) {
        return inbox.claim(tx, CONSUMER, fact.eventId())
                .chain(isNew -> isNew ? end(tx, fact.orderId()) : Uni.createFrom().item(List.of()));
    }

    private Uni<List<StockLevel>> end(SqlConnection tx, OrderId order) {
        return release(tx, order)
                .chain(
                        outcome ->
                                outcome.status() == Reservation.Status.COMMITTED
                                        ? settlements.putBack(tx, order)
                                        : Uni.createFrom().item(outcome.changed()));
    }

    private Uni<Outcome> release(SqlConnection tx, OrderId order) {
        return settlements
                .release(tx, order)
                .chain(
                        changed ->
                                changed.isEmpty()
                                        ? unheld(tx, order)
                                        : Uni.createFrom()
                                                .item(
                                                        new Outcome(
                                                                Reservation.Status.RELEASED,
                                                                changed)));
    }

    private Uni<Outcome> unheld(SqlConnection tx, OrderId order) {
        return ReservationBook.find(tx, order)
                .map(found -> found.map(Reservation::status).orElse(Reservation.Status.HELD))
                .chain(
                        status ->
                                switch (status) {
                                    // Became so between the two statements: not seen yet.
                                    case HELD, EXPIRED -> release(tx, order);
                                    case RELEASED, COMMITTED, RETURNED ->
                                            Uni.createFrom().item(new Outcome(status, List.of()));
                                });
    }
}
