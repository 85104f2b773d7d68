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
 * @param cancellation once somebody has asked for it
 */
public record Saga(
        Checkout state,
        int version,
        int attempts,
        Claim claim,
        String correlationId,
        @Nullable String traceparent,
        Instant startedAt,
        @Nullable Cancellation cancellation) {

    /** Longer than any run can take, so that only a dead owner's checkout is taken over. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    /** A checkout that begins now, under the ids of the request. */
    public static Saga begun(
            Checkout state,
            Claim claim,
            String correlationId,
            String traceparent,
            Instant startedAt) {
        return new Saga(state, 1, 0, claim, correlationId, traceparent, startedAt, null);
    }

    /** Until when whoever takes a checkout now may work on it alone. */
    public static Instant leaseFrom(Instant now) {
        return now.plus(LEASE);
    }

    /** The claim of whoever waits for the end. */
    public Claim asked() {
        return cancellation == null ? claim : cancellation.claim();
    }

    /** The same checkout in another state. */
    public Saga in(Checkout next) {
        return with(next, version, attempts, cancellation);
    }

    /** On its way back, from its first attempt; its time begins now. */
    public Saga cancelled(Checkout next, Cancellation wish, Instant now) {
        return new Saga(next, version, 0, claim, correlationId, traceparent, now, wish);
    }

    /** As it lies in its row after a save. */
    Saga saved() {
        return with(state, version + 1, attempts, cancellation);
    }

    Saga triedAgain() {
        return with(state, version, attempts + 1, cancellation);
    }

    /** From its first attempt again. */
    public Saga afresh() {
        return with(state, version, 0, cancellation);
    }

    private Saga with(Checkout next, int at, int tries, @Nullable Cancellation wish) {
        return new Saga(next, at, tries, claim, correlationId, traceparent, startedAt, wish);
    }
}
