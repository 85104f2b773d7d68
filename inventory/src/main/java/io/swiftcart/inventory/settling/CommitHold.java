package io.swiftcart.inventory.settling;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.domain.Lines;
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
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes the units of an order out of the stock for good. A hold that has expired, or was never
 * made, is committed from what is available, because a confirmed order is paid; only when nothing
 * is available it falls short, which is recorded for an operator.
 */
@ApplicationScoped
class CommitHold {
    private static final Logger LOG = Logger.getLogger(CommitHold.class);
    private static final String CONSUMER = "commit-hold";

    private final Database database;
    private final Inbox inbox;
    private final SettlementRepository settlements;
    private final AvailabilityHint hint;
    private final Counter shortfalls;

    /** What came of it. */
    sealed interface Outcome {
        /** The units are sold; {@code changed} is empty when they were so before. */
        record Committed(List<StockLevel> changed) implements Outcome {}

        /** The order gave its units up before. */
        record Closed(Reservation.Status status) implements Outcome {}

        /** The hold is gone, and not every line is available. */
        record FellShort(Lines lines) implements Outcome {}

        /** Nothing is known of the order. */
        record Unknown() implements Outcome {}
    }

    CommitHold(
            Database database,
            Inbox inbox,
            SettlementRepository settlements,
            AvailabilityHint hint,
            MeterRegistry metrics) {
        this.database = database;
        this.inbox = inbox;
        this.settlements = settlements;
        this.hint = hint;
        this.shortfalls = metrics.counter("swiftcart_inventory_shortfalls");
    }

    /** By command. */
    Uni<Outcome> of(OrderId order) {
        return database.inTransaction(tx -> commit(tx, order)).call(this::remember);
    }

    /** By fact, once for each event id. What is held, as nearly always, takes one statement. */
    Uni<Void> of(OrderConfirmed fact) {
        return settlements
                .commit(fact.orderId(), CONSUMER, fact.eventId())
                .chain(
                        changed ->
                                changed.isEmpty()
                                        ? database.inTransaction(tx -> once(tx, fact))
                                        : committed(changed))
                .call(this::remember)
                .invoke(outcome -> report(fact.orderId(), outcome))
                .replaceWithVoid();
    }

    private Uni<Outcome> once(SqlConnection tx, OrderConfirmed fact) {
        return inbox.claim(tx, CONSUMER, fact.eventId())
                .chain(
                        isNew ->
                                isNew
                                        ? commitConfirmed(tx, fact)
                                        : done(new Outcome.Committed(List.of())));
    }

    private Uni<Outcome> commitConfirmed(SqlConnection tx, OrderConfirmed fact) {
        return commit(tx, fact.orderId())
                .chain(
                        outcome ->
                                outcome instanceof Outcome.Unknown
                                        ? late(tx, fact.orderId(), fact.lines())
                                        : done(outcome))
                .call(outcome -> recordShortfall(tx, fact.orderId(), outcome));
    }

    private Uni<Outcome> commit(SqlConnection tx, OrderId order) {
        return settlements
                .commit(tx, order)
                .chain(changed -> changed.isEmpty() ? unheld(tx, order) : committed(changed));
    }

    private Uni<Outcome> unheld(SqlConnection tx, OrderId order) {
        return ReservationBook.find(tx, order).chain(found -> unheld(tx, found));
    }

    private Uni<Outcome> unheld(SqlConnection tx, Optional<Reservation> found) {
        if (found.isEmpty()) {
            return done(new Outcome.Unknown());
        }
        Reservation reservation = found.get();
        return switch (reservation.status()) {
            case COMMITTED -> committed(List.of());
            case RELEASED, RETURNED -> done(new Outcome.Closed(reservation.status()));
            case EXPIRED -> late(tx, reservation.orderId(), reservation.lines());
            // Reserved between the two statements.
            case HELD -> commit(tx, reservation.orderId());
        };
    }

    private Uni<Outcome> late(SqlConnection tx, OrderId order, Lines lines) {
        return settlements
                .commitLate(tx, order, lines)
                .chain(
                        changed ->
                                changed.isEmpty()
                                        ? notEvenLate(tx, order, lines)
                                        : committed(changed));
    }

    /** Nothing was taken: for want of stock, unless the order was settled in the meantime. */
    private Uni<Outcome> notEvenLate(SqlConnection tx, OrderId order, Lines lines) {
        return ReservationBook.find(tx, order)
                .chain(
                        found ->
                                found.isEmpty()
                                                || found.get().status()
                                                        == Reservation.Status.EXPIRED
                                        ? done(new Outcome.FellShort(lines))
                                        : unheld(tx, found));
    }

    private Uni<Void> recordShortfall(SqlConnection tx, OrderId order, Outcome outcome) {
        return outcome instanceof Outcome.FellShort(var lines)
                ? settlements.recordShortfall(tx, order, lines)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> remember(Outcome outcome) {
        return outcome instanceof Outcome.Committed(var changed)
                ? hint.remember(changed)
                : Uni.createFrom().voidItem();
    }

    private void report(OrderId order, Outcome outcome) {
        switch (outcome) {
            case Outcome.Committed _ -> LOG.debugf("Order %s: stock committed", order);
            case Outcome.Closed(var status) ->
                    LOG.warnf(
                            "Order %s is confirmed, but its reservation is %s: nothing is"
                                    + " committed",
                            order, status);
            case Outcome.FellShort(var lines) -> {
                shortfalls.increment();
                LOG.errorf(
                        "Order %s is confirmed, but its hold is gone and so is the stock of %s:"
                                + " commit it by command when there is stock, or cancel the order",
                        order, lines.all());
            }
            case Outcome.Unknown _ ->
                    throw new IllegalStateException(
                            "a confirmed order is committed or falls short");
        }
    }

    private static Uni<Outcome> committed(List<StockLevel> changed) {
        return done(new Outcome.Committed(changed));
    }

    private static Uni<Outcome> done(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
