package io.swiftcart.order.session;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.swiftcart.order.checkout.AwaitCheckout;
import io.swiftcart.order.checkout.Waiting;
import io.swiftcart.order.session.PlaceSessionOrder.Outcome;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.idempotency.Claim;
import io.swiftcart.platform.idempotency.Idempotency;
import io.swiftcart.platform.idempotency.IdempotencyKey;
import io.swiftcart.platform.identity.Caller;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Completes a session: of any number of callers, with one key or with many, {@link
 * PlaceSessionOrder} lets one place the order, and all see it.
 */
@ApplicationScoped
class CompleteSession {
    private static final String ROUTE = "POST /api/v1/checkout/sessions/{sessionId}/complete";
    private static final int TRIES = 3;

    private final Database database;
    private final SessionRepository sessions;
    private final ReadSession readSession;
    private final PlaceSessionOrder placeSessionOrder;
    private final AwaitCheckout awaitCheckout;
    private final AwaitOrder awaitOrder;
    private final Idempotency idempotency;

    /** Under which key it was asked, and how long the caller waits. */
    record Asked(IdempotencyKey key, Waiting waiting) {}

    /** What the key stands for: the same key for another session is another request. */
    @RegisterForReflection(registerFullHierarchy = true)
    private record Meaning(UUID sessionId, SessionRequest.Complete request) {}

    /** What is to be paid, how, under which key, and how long the caller waits. */
    record Intent(
            String paymentMethod, @Nullable Long expectedTotal, Claim claim, Waiting waiting) {}

    CompleteSession(
            Database database,
            SessionRepository sessions,
            ReadSession readSession,
            PlaceSessionOrder placeSessionOrder,
            AwaitCheckout awaitCheckout,
            AwaitOrder awaitOrder,
            Idempotency idempotency) {
        this.database = database;
        this.sessions = sessions;
        this.readSession = readSession;
        this.placeSessionOrder = placeSessionOrder;
        this.awaitCheckout = awaitCheckout;
        this.awaitOrder = awaitOrder;
        this.idempotency = idempotency;
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
                .onFailure(PlaceSessionOrder.Overtaken.class)
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
        return placeSessionOrder
                .with(session, intent)
                .chain(
                        outcome ->
                                switch (outcome) {
                                    case Outcome.Mine(var saga) ->
                                            awaitCheckout.with(saga, intent.waiting());
                                    case Outcome.Anothers(var orderId) ->
                                            awaitOrder.with(orderId, intent.waiting());
                                    case Outcome.KeyTaken _ -> idempotency.replay(intent.claim());
                                });
    }
}
