package io.swiftcart.order.session;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.domain.pricing.ShippingOption;
import io.swiftcart.order.recording.Address;
import io.swiftcart.order.recording.Customer;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.idempotency.Claim;
import io.swiftcart.platform.idempotency.Idempotency;
import io.swiftcart.platform.identity.Caller;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A whole checkout in one call: opens a session with all that it needs, and completes it. */
@ApplicationScoped
class CheckOutCart {
    private static final String ROUTE = "POST /api/v1/checkout";

    private final Database database;
    private final SessionRepository sessions;
    private final OpenSession openSession;
    private final AppraiseSession appraise;
    private final CompleteSession completeSession;
    private final Idempotency idempotency;

    CheckOutCart(
            Database database,
            SessionRepository sessions,
            OpenSession openSession,
            AppraiseSession appraise,
            CompleteSession completeSession,
            Idempotency idempotency) {
        this.database = database;
        this.sessions = sessions;
        this.openSession = openSession;
        this.appraise = appraise;
        this.completeSession = completeSession;
        this.idempotency = idempotency;
    }

    Uni<Response> with(CheckoutRequest request, Caller caller, CompleteSession.Asked asked) {
        Address address = address(request.customer());
        // A guest's cart is a secret of theirs, so no other guest meets their keys.
        String owner = caller.anonymous() ? "guest:" + request.cartId() : caller.id();
        Claim claim = idempotency.claim(owner, ROUTE, asked.key(), request);
        return idempotency
                .stored(database.pool(), claim)
                .chain(
                        answer ->
                                answer == null
                                        ? checkOut(request, address, caller, claim, asked)
                                        : Uni.createFrom()
                                                .item(toOwner(answer.replayed(), caller, request)));
    }

    private static Response toOwner(Response answer, Caller caller, CheckoutRequest request) {
        return caller.anonymous() ? GuestAnswer.of(answer, request.cartId()) : answer;
    }

    private Uni<Response> checkOut(
            CheckoutRequest request,
            Address address,
            Caller caller,
            Claim claim,
            CompleteSession.Asked asked) {
        Customer customer = request.customer();
        OpenSession.Entered entered =
                new OpenSession.Entered(
                        new Session.Buyer(customer.email(), customer.name(), customer.phone()),
                        address,
                        request.shippingOption(),
                        request.promotion());
        CompleteSession.Intent intent =
                new CompleteSession.Intent(
                        request.paymentMethod(), request.expectedTotal(), claim, asked.waiting());
        return openSession
                .with(request.cartId(), caller, entered)
                .chain(this::withOption)
                .chain(id -> completeSession.with(id, caller, intent));
    }

    /** The cheapest option where none was said; with none to be had, the gate will say so. */
    private Uni<UUID> withOption(Session session) {
        if (session.shippingOption() != null) {
            return Uni.createFrom().item(session.id());
        }
        return appraise.of(session)
                .map(appraisal -> cheapest(appraisal.options()))
                .chain(code -> sessions.change(database.pool(), session.shippedBy(code)))
                .replaceWith(session.id());
    }

    private static @Nullable String cheapest(List<ShippingOption> options) {
        return options.isEmpty() ? null : options.getFirst().code();
    }

    private static Address address(Customer customer) {
        Address address = customer.shippingAddress();
        if (address == null) {
            throw new Problem(CommonProblem.VALIDATION_FAILED, "Say where to ship to.")
                    .pointing("/customer/shippingAddress", "must not be null");
        }
        return address;
    }
}
