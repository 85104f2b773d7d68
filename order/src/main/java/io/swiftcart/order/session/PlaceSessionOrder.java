package io.swiftcart.order.session;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.OrderProblem;
import io.swiftcart.order.checkout.Saga;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.domain.OrderId;
import io.swiftcart.order.pricing.PromotionTable;
import io.swiftcart.order.recording.CartOrdered;
import io.swiftcart.order.recording.Contact;
import io.swiftcart.order.recording.Origin;
import io.swiftcart.order.recording.RecordOrder;
import io.swiftcart.order.session.SessionRepository.CartOrder;
import io.swiftcart.order.stored.Reader;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Places the order of a session: prices it anew, compares the total, and has the order recorded,
 * the promotion counted and the session closed in one transaction, behind the lock of the session.
 */
@ApplicationScoped
class PlaceSessionOrder {
    private final Database database;
    private final SessionRepository sessions;
    private final ReadSession readSession;
    private final AppraiseSession appraise;
    private final PromotionTable promotions;
    private final RecordOrder recordOrder;
    private final Clock clock;

    /** What the transaction came to. */
    sealed interface Outcome {
        /** Placed by this caller, whose saga is to be run now. */
        record Mine(Saga saga) implements Outcome {}

        /** Placed by somebody else while this caller waited for the lock. */
        record Anothers(UUID orderId) implements Outcome {}

        /** The key was used before; nothing was written. */
        record KeyTaken() implements Outcome {}
    }

    /** Session or cart were changed or ordered between pricing and writing: to be priced again. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    PlaceSessionOrder(
            Database database,
            SessionRepository sessions,
            ReadSession readSession,
            AppraiseSession appraise,
            PromotionTable promotions,
            RecordOrder recordOrder,
            Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.readSession = readSession;
        this.appraise = appraise;
        this.promotions = promotions;
        this.recordOrder = recordOrder;
        this.clock = clock;
    }

    /**
     * A problem with status 409 when the session has ended, lacks something or comes to another
     * total; {@link Overtaken} when it has to be priced again.
     */
    Uni<Outcome> with(Session session, CompleteSession.Intent intent) {
        ReadSession.requireOpen(session);
        recordOrder.requirePayments();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return readSession.overItsCart(session).chain(over -> place(over, intent, now));
    }

    private Uni<Outcome> place(Session session, CompleteSession.Intent intent, Instant now) {
        return appraise.of(session)
                .invoke(appraisal -> requirePayable(session, appraisal, intent))
                .chain(appraisal -> order(session, appraisal, intent, now))
                .chain(order -> write(session, order, intent));
    }

    private static void requirePayable(
            Session session, Appraisal appraisal, CompleteSession.Intent intent) {
        if (!appraisal.requirements().isEmpty()) {
            throw refusal(session, appraisal);
        }
        long total = appraisal.totals().total().minorUnits();
        String currency = appraisal.totals().total().currency().getCurrencyCode();
        if (intent.expectedTotal() != null && intent.expectedTotal() != total) {
            throw new Problem(
                            OrderProblem.TOTAL_CHANGED,
                            "The total is " + total + " " + currency + ".")
                    .with("totalAmount", total)
                    .with("currency", currency);
        }
    }

    /** Whoever comes too late with a cart is shown the order that was made of it. */
    private static Problem refusal(Session session, Appraisal appraisal) {
        Problem refusal = Requirement.refusal(appraisal.requirements());
        CartOrder ordered = appraisal.ordered();
        if (ordered == null) {
            return refusal;
        }
        refusal.with("orderId", ordered.orderId());
        return ordered.ofGuest()
                ? refusal.with(
                        "orderToken", GuestAnswer.orderToken(session.cartId(), ordered.orderId()))
                : refusal;
    }

    private Uni<Order> order(
            Session session, Appraisal appraisal, CompleteSession.Intent intent, Instant now) {
        OrderId id = new OrderId(Ids.next());
        String owner = session.customerId() == null ? Order.guest(id) : session.customerId();
        return recordOrder
                .nextNumber(now)
                .map(
                        number ->
                                Order.placed(
                                                id,
                                                owner,
                                                appraisal.lines(),
                                                appraisal.totals(),
                                                intent.paymentMethod(),
                                                now)
                                        .numbered(number));
    }

    private Uni<Outcome> write(Session session, Order order, CompleteSession.Intent intent) {
        Saga saga = RecordOrder.begun(order, intent.claim());
        return database.inTransaction(tx -> writeOnce(tx, session, saga))
                .onFailure(CartOrdered.class)
                .transform(_ -> new Overtaken());
    }

    /** Whoever waits for the lock sees afterwards what the one before has made of the session. */
    private Uni<Outcome> writeOnce(SqlConnection tx, Session session, Saga saga) {
        return sessions.lock(tx, session.id())
                .chain(locked -> writeUnlessDone(tx, locked, session, saga));
    }

    private Uni<Outcome> writeUnlessDone(
            SqlConnection tx, Session locked, Session priced, Saga saga) {
        if (locked.orderId() != null) {
            return Uni.createFrom().item(new Outcome.Anothers(locked.orderId()));
        }
        if (locked.version() != priced.version()) {
            return Uni.createFrom().failure(new Overtaken());
        }
        return record(tx, priced, saga);
    }

    private Uni<Outcome> record(SqlConnection tx, Session session, Saga saga) {
        return recordOrder
                .in(tx, saga, contact(session), origin(session, saga))
                .chain(
                        mine ->
                                mine
                                        ? close(tx, session, saga)
                                        : Uni.createFrom().item(new Outcome.KeyTaken()));
    }

    private Uni<Outcome> close(SqlConnection tx, Session session, Saga saga) {
        Order order = saga.state().order();
        Uni<Boolean> counted =
                session.promotion() == null
                        ? Uni.createFrom().item(true)
                        : promotions.use(tx, session.promotion(), order.id(), order.createdAt());
        return counted.invoke(PlaceSessionOrder::requireCounted)
                .chain(() -> sessions.complete(tx, session, order))
                .replaceWith(new Outcome.Mine(saga));
    }

    /** Between pricing and writing others may have used it up: then nothing is written at all. */
    private static void requireCounted(boolean counted) {
        if (!counted) {
            throw Requirement.refusal(List.of(Requirement.PROMOTION));
        }
    }

    private static Contact contact(Session session) {
        Session.Buyer buyer = session.customer();
        return buyer == null
                ? new Contact(null, null, null, session.shippingAddress())
                : new Contact(
                        buyer.email(), buyer.name(), buyer.phone(), session.shippingAddress());
    }

    private static Origin origin(Session session, Saga saga) {
        UUID orderId = saga.state().order().id().value();
        return new Origin(
                session.id(),
                new Origin.CartContent(session.cartId(), session.cart().version()),
                session.customerId() == null
                        ? Reader.hash(GuestAnswer.orderToken(session.cartId(), orderId))
                        : null);
    }
}
