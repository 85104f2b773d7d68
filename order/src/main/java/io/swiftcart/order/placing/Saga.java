package io.swiftcart.order.placing;

import io.swiftcart.order.domain.Checkout;
import io.swiftcart.platform.idempotency.Claim;
import java.time.Instant;

/**
 * A checkout with what it needs on its way besides its state.
 *
 * @param version of the stored row; whoever saves must still hold it
 * @param claim the idempotency claim that its end answers
 * @param correlationId of the request that began it
 */
record Saga(
        Checkout state,
        int version,
        int attempts,
        Claim claim,
        String correlationId,
        Instant startedAt) {

    Saga in(Checkout next) {
        return new Saga(next, version, attempts, claim, correlationId, startedAt);
    }

    Saga saved() {
        return new Saga(state, version + 1, attempts, claim, correlationId, startedAt);
    }
}
