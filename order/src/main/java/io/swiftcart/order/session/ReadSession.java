package io.swiftcart.order.session;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.OrderProblem;
import io.swiftcart.order.neighbours.Carts;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.identity.Caller;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Sessions as they stand, for those they belong to, over the cart as it is now. */
@ApplicationScoped
class ReadSession {
    private final Database database;
    private final SessionRepository sessions;
    private final Carts carts;
    private final AppraiseSession appraise;
    private final Clock clock;

    ReadSession(
            Database database,
            SessionRepository sessions,
            Carts carts,
            AppraiseSession appraise,
            Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.carts = carts;
        this.appraise = appraise;
        this.clock = clock;
    }

    /** As it is shown. */
    Uni<SessionView> view(UUID id, Caller caller) {
        return stored(id, caller).chain(this::shown);
    }

    private Uni<SessionView> shown(Session session) {
        if (session.orderId() != null) {
            return sessions.order(database.pool(), session.orderId())
                    .map(placed -> SessionView.of(session, placed.order()));
        }
        Uni<Session> shown =
                session.status() == Session.Status.OPEN
                        ? overItsCart(session)
                        : Uni.createFrom().item(session);
        return shown.chain(this::priced);
    }

    /** One that is not completed as it is shown, over its cart as it was read last. */
    Uni<SessionView> priced(Session session) {
        return appraise.of(session).map(appraisal -> SessionView.of(session, appraisal));
    }

    /** As it lies there; a problem with status 404 when it is another's. */
    Uni<Session> stored(UUID id, Caller caller) {
        return sessions.find(database.pool(), id, caller.id())
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such session."))
                .map(session -> session.at(clock.instant()));
    }

    /** One that can be changed, over its cart; a problem with status 409 when it has ended. */
    Uni<Session> open(UUID id, Caller caller) {
        return stored(id, caller).invoke(ReadSession::requireOpen).chain(this::overItsCart);
    }

    /** The session over the cart as it is now: empty when it is gone. */
    Uni<Session> overItsCart(Session session) {
        return carts.read(session.cartId())
                .map(cart -> session.over(cart == null ? session.cart().emptied() : cart));
    }

    static void requireOpen(Session session) {
        if (session.status() == Session.Status.OPEN) {
            return;
        }
        Problem ended =
                new Problem(OrderProblem.SESSION_ENDED, "The session is " + session.status() + ".")
                        .with("sessionStatus", session.status().name());
        throw session.orderId() == null ? ended : ended.with("orderId", session.orderId());
    }
}
