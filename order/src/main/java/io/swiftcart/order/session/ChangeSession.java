package io.swiftcart.order.session;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.OrderProblem;
import io.swiftcart.order.domain.pricing.ShippingOption;
import io.swiftcart.order.recording.Address;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.identity.Caller;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Enters what a session needs, one thing at a time. */
@ApplicationScoped
class ChangeSession {
    private static final int TRIES = 3;

    private final Database database;
    private final SessionRepository sessions;
    private final ReadSession readSession;
    private final AppraiseSession appraise;

    /** Somebody else has changed the session meanwhile: to be read and changed again. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    ChangeSession(
            Database database,
            SessionRepository sessions,
            ReadSession readSession,
            AppraiseSession appraise) {
        this.database = database;
        this.sessions = sessions;
        this.readSession = readSession;
        this.appraise = appraise;
    }

    Uni<SessionView> customer(UUID id, Caller caller, SessionRequest.Customer request) {
        Session.Buyer buyer = new Session.Buyer(request.email(), request.name(), request.phone());
        return change(id, caller, session -> session.boughtBy(buyer));
    }

    Uni<SessionView> shippingAddress(UUID id, Caller caller, Address address) {
        return change(id, caller, session -> session.shippedTo(address));
    }

    /** A problem with status 409 before the address is known, 422 when it is not offered. */
    Uni<SessionView> shippingOption(UUID id, Caller caller, String code) {
        return change(
                id,
                caller,
                session -> {
                    requireAddress(session);
                    return session.shippedBy(code);
                },
                appraisal -> requireOffered(appraisal.options(), code));
    }

    /** A problem with status 422 when there is no such promotion or it does not hold now. */
    Uni<SessionView> promotion(UUID id, Caller caller, @Nullable String code) {
        return change(
                id,
                caller,
                session -> session.promoted(code),
                appraisal -> requireHolding(appraisal, code));
    }

    /** Ways to ship; a problem with status 409 before the address is known. */
    Uni<List<ShippingOption>> options(UUID id, Caller caller) {
        return readSession
                .open(id, caller)
                .invoke(ChangeSession::requireAddress)
                .chain(appraise::of)
                .map(Appraisal::options);
    }

    private Uni<SessionView> change(UUID id, Caller caller, UnaryOperator<Session> entered) {
        return change(id, caller, entered, _ -> {});
    }

    private Uni<SessionView> change(
            UUID id, Caller caller, UnaryOperator<Session> entered, Consumer<Appraisal> required) {
        return Uni.createFrom()
                .deferred(() -> readSession.open(id, caller))
                .map(entered)
                .chain(session -> store(session, required))
                .onFailure(Overtaken.class)
                .retry()
                .atMost(TRIES);
    }

    /** What is shown is what was checked and stored, over the cart as it was read for that. */
    private Uni<SessionView> store(Session session, Consumer<Appraisal> required) {
        return appraise.of(session)
                .invoke(required)
                .call(() -> save(session))
                .map(appraisal -> SessionView.of(session.changed(), appraisal));
    }

    private Uni<Void> save(Session session) {
        return sessions.change(database.pool(), session)
                .invoke(ChangeSession::requireSaved)
                .replaceWithVoid();
    }

    private static void requireSaved(boolean saved) {
        if (!saved) {
            throw new Overtaken();
        }
    }

    private static void requireAddress(Session session) {
        if (session.shippingAddress() == null) {
            throw Requirement.refusal(List.of(Requirement.ADDRESS));
        }
    }

    private static void requireOffered(List<ShippingOption> options, String code) {
        if (options.stream().noneMatch(option -> option.code().equals(code))) {
            throw new Problem(
                            OrderProblem.SHIPPING_OPTION_INVALID,
                            "Choose one of the session's shipping options.")
                    .pointing("/code", "is not offered");
        }
    }

    private static void requireHolding(Appraisal appraisal, @Nullable String code) {
        if (code != null && appraisal.promotion() == null) {
            throw new Problem(
                            OrderProblem.PROMOTION_INVALID,
                            "There is no such promotion, or it does not hold now.")
                    .pointing("/code", "does not hold");
        }
    }
}
