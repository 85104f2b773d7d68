package io.swiftcart.account.signing;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before a key can sign. */
@Readiness
@ApplicationScoped
class SigningKeyReady implements AsyncHealthCheck {
    private final SigningKeys keys;

    SigningKeyReady(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return keys.find()
                .map(key -> HealthCheckResponse.named("signing-key").status(key != null).build())
                .onFailure()
                .recoverWithItem(HealthCheckResponse.down("signing-key"));
    }
}
