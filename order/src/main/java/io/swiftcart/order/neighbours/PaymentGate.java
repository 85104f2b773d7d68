package io.swiftcart.order.neighbours;

import io.quarkus.runtime.Startup;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Says before anything is written whether payment can be asked. An open breaker closes only through
 * a call, so after its pause orders are let through again and the first of them is the trial.
 */
@Startup
@ApplicationScoped
public class PaymentGate {
    /** The breaker's own delay. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final CircuitBreakerMaintenance breakers;
    private final Clock clock;
    private volatile Instant openedAt = Instant.EPOCH;

    PaymentGate(CircuitBreakerMaintenance breakers, Clock clock) {
        this.breakers = breakers;
        this.clock = clock;
        breakers.onStateChange(Payments.BREAKER, this::note);
    }

    /** Whether an order that is taken now could not be paid for. */
    public boolean isClosedForOrders() {
        return breakers.currentState(Payments.BREAKER) == CircuitBreakerState.OPEN
                && clock.instant().isBefore(openedAt.plus(PAUSE));
    }

    private void note(CircuitBreakerState state) {
        if (state == CircuitBreakerState.OPEN) {
            openedAt = clock.instant();
        }
    }
}
