package io.swiftcart.order.checkout;

import io.swiftcart.order.domain.Checkout;
import io.swiftcart.platform.idempotency.Claim;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A checkout with what it needs on its way besides its state.
 *
 * @param version of the stored row; whoever saves must still hold it
 * @param claim the idempotency claim that its end answers
 * @param correlationId of the request that began it
 * @param traceparent of that request; null on rows that are older than the column
 */
public record Saga(
        Checkout state,
        int version,
        int attempts,
        Claim claim,
        String correlationId,
        @Nullable String traceparent,
        Instant startedAt) {

    /** Longer than any run can take, so that only a dead owner's checkout is taken over. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    /** A checkout that begins now, under the ids of the request. */
    public static Saga begun(
            Checkout state,
            Claim claim,
            String correlationId,
            String traceparent,
            Instant startedAt) {
        return new Saga(state, 1, 0, claim, correlationId, traceparent, startedAt);
    }

    /** Until when whoever takes a checkout now may work on it alone. */
    public static Instant leaseFrom(Instant now) {
        return now.plus(LEASE);
    }

    Saga in(Checkout next) {
        return new Saga(next, version, attempts, claim, correlationId, traceparent, startedAt);
    }

    Saga saved() {
        return new Saga(state, version + 1, attempts, claim, correlationId, traceparent, startedAt);
    }

    Saga triedAgain() {
        return new Saga(state, version, attempts + 1, claim, correlationId, traceparent, startedAt);
    }
}
