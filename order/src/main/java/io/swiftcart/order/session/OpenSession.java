package io.swiftcart.order.session;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.neighbours.Cart;
import io.swiftcart.order.neighbours.Carts;
import io.swiftcart.order.recording.Address;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.identity.Caller;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens a checkout over a cart, which does not expire as long as the session may last. */
@ApplicationScoped
class OpenSession {
    private static final Duration LIFE = Duration.ofHours(24);

    private final Database database;
    private final SessionRepository sessions;
    private final Carts carts;
    private final Clock clock;

    /** What is known of the buyer when the session begins. */
    record Entered(
            Session.@Nullable Buyer customer,
            @Nullable Address shippingAddress,
            @Nullable String shippingOption,
            @Nullable String promotion) {}

    OpenSession(Database database, SessionRepository sessions, Carts carts, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.carts = carts;
        this.clock = clock;
    }

    /**
     * A problem with status 404 when the cart is not there or another's, 409 when nothing lies in
     * it.
     */
    Uni<Session> with(String cartId, Caller caller, Entered entered) {
        // Of 122 random bits: whoever knows the id of a guest's session may go on with it.
        UUID id = UUID.randomUUID();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant until = now.plus(LIFE);
        return carts.read(cartId)
                .invoke(cart -> requireOpenTo(cart, caller))
                .chain(() -> carts.hold(cartId, id, until))
                .onItem()
                .ifNull()
                .failWith(() -> Requirement.refusal(List.of(Requirement.CART_EMPTY)))
                .map(cart -> session(id, cart, caller, entered, now, until))
                .call(session -> sessions.insert(database.pool(), session));
    }

    private static void requireOpenTo(@Nullable Cart cart, Caller caller) {
        if (cart == null || !isOpenTo(cart.customerId(), caller)) {
            throw new Problem(CommonProblem.NOT_FOUND, "There is no such cart.");
        }
        if (cart.lines().isEmpty()) {
            throw Requirement.refusal(List.of(Requirement.CART_EMPTY));
        }
    }

    /** A cart without an owner is open to whoever knows its id. */
    private static boolean isOpenTo(@Nullable String owner, Caller caller) {
        return owner == null || !caller.anonymous() && owner.equals(caller.id());
    }

    private static Session session(
            UUID id, Cart cart, Caller caller, Entered entered, Instant now, Instant until) {
        return new Session(
                id,
                cart.cartId(),
                caller.anonymous() ? null : caller.id(),
                Session.Status.OPEN,
                null,
                entered.customer(),
                entered.shippingAddress(),
                entered.shippingOption(),
                entered.promotion(),
                cart,
                1,
                now,
                until);
    }
}
