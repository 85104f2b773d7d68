package io.swiftcart.order.session;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.checkout.AwaitCheckout;
import io.swiftcart.order.checkout.Waiting;
import io.swiftcart.order.domain.OrderStatus;
import io.swiftcart.order.session.SessionRepository.Placed;
import io.swiftcart.order.stored.OrderView;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.http.ETags;
import io.swiftcart.platform.idempotency.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Waits for an order that another request has placed and has run, as long as the caller will. */
@ApplicationScoped
class AwaitOrder {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Database database;
    private final SessionRepository sessions;
    private final Idempotency idempotency;
    private final AwaitCheckout awaitCheckout;
    private final Clock clock;

    AwaitOrder(
            Database database,
            SessionRepository sessions,
            Idempotency idempotency,
            AwaitCheckout awaitCheckout,
            Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.idempotency = idempotency;
        this.awaitCheckout = awaitCheckout;
        this.clock = clock;
    }

    /** The answer that whoever placed it gets: 201, 202 or the refusal. */
    Uni<Response> with(UUID orderId, Waiting waiting) {
        Instant until = clock.instant().plus(waiting.budget());
        return Uni.createFrom()
                .deferred(() -> sessions.order(database.pool(), orderId))
                .repeat()
                .withDelay(PAUSE)
                .whilst(placed -> isPending(placed) && clock.instant().isBefore(until))
                .collect()
                .last()
                .chain(this::answer);
    }

    private static boolean isPending(Placed placed) {
        return placed.order().status() == OrderStatus.PENDING;
    }

    private Uni<Response> answer(Placed placed) {
        return switch (placed.order().status()) {
            case PENDING -> Uni.createFrom().item(awaitCheckout.accepted(placed.order()).first());
            case CONFIRMED, FULFILLED, COMPLETED -> Uni.createFrom().item(shown(placed));
            // A refusal without an answer of its own left the key free: it was about our parts.
            case FAILED, CANCELLED ->
                    idempotency
                            .stored(database.pool(), placed.claim())
                            .onItem()
                            .ifNull()
                            .failWith(Idempotency::inFlight)
                            .map(answer -> answer.first());
        };
    }

    private Response shown(Placed placed) {
        return idempotency
                .answer(
                        201,
                        OrderView.from(placed.order()),
                        Map.of(
                                "Location",
                                OrderView.location(placed.order().id()),
                                "ETag",
                                ETags.of(placed.order().version())))
                .first();
    }
}
