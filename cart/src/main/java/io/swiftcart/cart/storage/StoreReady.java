package io.swiftcart.cart.storage;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the store does not answer. */
@Readiness
@ApplicationScoped
class StoreReady implements AsyncHealthCheck {
    private static final String NAME = "Carts can be reached";

    private final CartStore carts;

    StoreReady(CartStore carts) {
        this.carts = carts;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return carts.ping()
                .map(_ -> HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(() -> HealthCheckResponse.down(NAME));
    }
}
