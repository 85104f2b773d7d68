package io.swiftcart.order.session;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.OrderProblem;
import io.swiftcart.order.checkout.AwaitCheckout;
import io.swiftcart.order.checkout.Saga;
import io.swiftcart.order.checkout.Waiting;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.domain.OrderId;
import io.swiftcart.order.pricing.Promotions;
import io.swiftcart.order.recording.Contact;
import io.swiftcart.order.recording.Origin;
import io.swiftcart.order.recording.RecordOrder;
import io.swiftcart.order.stored.Reader;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.idempotency.Claim;
import io.swiftcart.platform.idempotency.Idempotency;
import io.swiftcart.platform.idempotency.IdempotencyKey;
import io.swiftcart.platform.identity.Caller;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes a session an order: prices it anew, compares the total, and has the order recorded, the
 * promotion counted and the session closed in one transaction, behind the lock of the session. Of
 * any number of callers one places the order, and all see it.
 */
@ApplicationScoped
class CompleteSession {
    private static final String ROUTE = "POST /api/v1/checkout/sessions/{sessionId}/complete";
    private static final int TRIES = 3;

    private final Database database;
    private final SessionRepository sessions;
    private final ReadSession readSession;
    private final AppraiseSession appraise;
    private final Promotions promotions;
    private final RecordOrder recordOrder;
    private final AwaitCheckout awaitCheckout;
    private final AwaitOrder awaitOrder;
    private final Idempotency idempotency;
    private final Clock clock;

    /** Under which key it was asked, and how long the caller waits. */
    record Asked(IdempotencyKey key, Waiting waiting) {}

    /** What the key stands for: the same key for another session is another request. */
    private record Meaning(UUID sessionId, SessionRequest.Complete request) {}

    /** What is to be paid, how, under which key, and how long the caller waits. */
    record Intent(
            String paymentMethod, @Nullable Long expectedTotal, Claim claim, Waiting waiting) {}

    /** What the transaction came to. */
    private sealed interface Outcome {
        record Mine(Saga saga) implements Outcome {}

        record Anothers(UUID orderId) implements Outcome {}

        record KeyTaken() implements Outcome {}
    }

    /** The session was changed between pricing and writing: to be priced again. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    CompleteSession(
            Database database,
            SessionRepository sessions,
            ReadSession readSession,
            AppraiseSession appraise,
            Promotions promotions,
            RecordOrder recordOrder,
            AwaitCheckout awaitCheckout,
            AwaitOrder awaitOrder,
            Idempotency idempotency,
            Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.readSession = readSession;
        this.appraise = appraise;
        this.promotions = promotions;
        this.recordOrder = recordOrder;
        this.awaitCheckout = awaitCheckout;
        this.awaitOrder = awaitOrder;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** The end of the session's order, or 202; a guest is told the token of the order, too. */
    Uni<Response> with(UUID id, Caller caller, SessionRequest.Complete request, Asked asked) {
        return readSession
                .stored(id, caller)
                .chain(session -> once(session, caller, request, asked));
    }

    /** The same for a claim that is known to be new. */
    Uni<Response> with(UUID id, Caller caller, Intent intent) {
        return Uni.createFrom()
                .deferred(() -> readSession.stored(id, caller))
                .chain(session -> complete(session, intent))
                .onFailure(Overtaken.class)
                .retry()
                .atMost(TRIES);
    }

    private Uni<Response> once(
            Session session, Caller caller, SessionRequest.Complete request, Asked asked) {
        Claim claim =
                idempotency.claim(
                        session.keyOwner(), ROUTE, asked.key(), new Meaning(session.id(), request));
        Intent intent =
                new Intent(
                        request.paymentMethod(), request.expectedTotal(), claim, asked.waiting());
        return idempotency
                .stored(database.pool(), claim)
                // Whoever repeats a request that still runs waits for the session's order with it.
                .onFailure(CompleteSession::isInFlight)
                .recoverWithNull()
                .chain(
                        answer ->
                                answer == null
                                        ? with(session.id(), caller, intent)
                                        : Uni.createFrom()
                                                .item(toOwner(session, answer.replayed())));
    }

    private static boolean isInFlight(Throwable failure) {
        return failure instanceof Problem problem
                && problem.code() == CommonProblem.IDEMPOTENCY_KEY_IN_FLIGHT;
    }

    private static Response toOwner(Session session, Response answer) {
        return session.customerId() == null ? GuestAnswer.of(answer, session.cartId()) : answer;
    }

    private Uni<Response> complete(Session session, Intent intent) {
        Uni<Response> answer =
                session.orderId() == null
                        ? place(session, intent)
                                .onFailure(Problem.class)
                                .recoverWithUni(
                                        refused -> placedMeanwhile(session, intent, refused))
                        : awaitOrder.with(session.orderId(), intent.waiting());
        return answer.map(shown -> toOwner(session, shown));
    }

    /** Whoever is refused while another has placed the order is shown that order all the same. */
    private Uni<Response> placedMeanwhile(Session session, Intent intent, Throwable refused) {
        return sessions.orderOf(database.pool(), session.id())
                .chain(
                        orderId ->
                                orderId == null
                                        ? Uni.createFrom().failure(refused)
                                        : awaitOrder.with(orderId, intent.waiting()));
    }

    private Uni<Response> place(Session session, Intent intent) {
        ReadSession.requireOpen(session);
        recordOrder.requirePayments();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return readSession.overItsCart(session).chain(over -> place(over, intent, now));
    }

    private Uni<Response> place(Session session, Intent intent, Instant now) {
        return appraise.of(session)
                .invoke(appraisal -> requirePayable(appraisal, intent))
                .chain(appraisal -> order(session, appraisal, intent, now))
                .chain(order -> write(session, order, intent));
    }

    private static void requirePayable(Appraisal appraisal, Intent intent) {
        if (!appraisal.requirements().isEmpty()) {
            throw Requirement.refusal(appraisal.requirements());
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

    private Uni<Order> order(Session session, Appraisal appraisal, Intent intent, Instant now) {
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

    private Uni<Response> write(Session session, Order order, Intent intent) {
        Saga saga = RecordOrder.begun(order, intent.claim());
        return database.inTransaction(tx -> writeOnce(tx, session, saga))
                .chain(
                        outcome ->
                                switch (outcome) {
                                    case Outcome.Mine _ ->
                                            awaitCheckout.with(saga, intent.waiting());
                                    case Outcome.Anothers(var orderId) ->
                                            awaitOrder.with(orderId, intent.waiting());
                                    case Outcome.KeyTaken _ -> idempotency.replay(intent.claim());
                                });
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
        return counted.invoke(CompleteSession::requireCounted)
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
        return session.customerId() == null
                ? new Origin(
                        session.id(),
                        Reader.hash(GuestAnswer.orderToken(session.cartId(), orderId)))
                : new Origin(session.id(), null);
    }
}
