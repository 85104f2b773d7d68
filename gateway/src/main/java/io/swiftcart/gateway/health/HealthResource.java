package io.swiftcart.gateway.health;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The health of the shop for everybody. */
@Path("/api/v1/health")
class HealthResource {
    private static final int UNAVAILABLE = 503;

    private final Readiness readiness;

    HealthResource(Readiness readiness) {
        this.readiness = readiness;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Health of the shop; 503 when it cannot take orders",
            operationId = "health")
    public Uni<RestResponse<ShopHealth>> health() {
        return readiness
                .ofAll()
                .map(
                        health ->
                                RestResponse.ResponseBuilder.<ShopHealth>create(
                                                health.status().equals("DOWN") ? UNAVAILABLE : 200)
                                        .entity(health)
                                        .build());
    }
}
