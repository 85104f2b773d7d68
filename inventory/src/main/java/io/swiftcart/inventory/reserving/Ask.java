package io.swiftcart.inventory.reserving;

import io.swiftcart.inventory.domain.Lines;
import io.swiftcart.inventory.domain.OrderId;
import io.swiftcart.inventory.domain.ReserveOutcome;
import io.swiftcart.platform.correlation.Correlation;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * One order that waits to be decided together with others.
 *
 * @param expiresAt until when the units are to be held
 * @param correlationId of the request, for the facts that come of it
 * @param traceparent of the request
 * @param answer where the decision is put; nobody need be waiting for it any more
 */
record Ask(
        OrderId order,
        Lines lines,
        Instant expiresAt,
        String correlationId,
        String traceparent,
        CompletableFuture<ReserveOutcome> answer) {

    static Ask of(OrderId order, Lines lines, Instant expiresAt) {
        return new Ask(
                order,
                lines,
                expiresAt,
                Correlation.current(),
                Correlation.traceparent(),
                new CompletableFuture<>());
    }

    void decided(ReserveOutcome outcome) {
        answer.complete(outcome);
    }

    void failed(Throwable failure) {
        answer.completeExceptionally(failure);
    }
}
