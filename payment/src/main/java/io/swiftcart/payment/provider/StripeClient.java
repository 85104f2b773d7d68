package io.swiftcart.payment.provider;

import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The edge to Stripe: one breaker and one bulkhead for all calls. A silent or broken Stripe counts,
 * a refusal does not. Only what failed fast is sent again at once, always under the same key; after
 * a time-out the outcome is asked for later. The figures stand in application.properties.
 */
@ApplicationScoped
class StripeClient {

    private static final String BREAKER = "stripe";

    private final StripeApi api;
    private final CircuitBreakerMaintenance breakers;

    StripeClient(@RestClient StripeApi api, CircuitBreakerMaintenance breakers) {
        this.api = api;
        this.breakers = breakers;
    }

    @Timeout
    @Retry(retryOn = StripeFailure.Unavailable.class)
    @CircuitBreaker(failOn = {StripeFailure.Unavailable.class, TimeoutException.class})
    @CircuitBreakerName(BREAKER)
    @Bulkhead
    <T> Uni<T> send(StripeCall<T> call) {
        return call.send(api);
    }

    /** Whether {@link #send} would refuse at once. */
    boolean broken() {
        return breakers.currentState(BREAKER) == CircuitBreakerState.OPEN;
    }
}
