package io.swiftcart.gateway.health;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The health of the shop for everybody. */
@Path("/api/v1/health")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Health")
class HealthResource {
    private static final int UNAVAILABLE = 503;

    private final Readiness readiness;

    HealthResource(Readiness readiness) {
        this.readiness = readiness;
    }

    @GET
    @PermitAll
    @Operation(operationId = "health", summary = "Health of the shop and of each service")
    @APIResponseSchema(
            value = ShopHealth.class,
            responseCode = "200",
            responseDescription = "UP or DEGRADED: orders can be taken")
    @APIResponse(
            responseCode = "503",
            description = "DOWN: no orders can be taken",
            content = @Content(schema = @Schema(implementation = ShopHealth.class)))
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
