package io.swiftcart.platform.invariants;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For operators; the gateway merges it with those of the other services. */
@Path("/internal/admin/invariants")
@Produces(MediaType.APPLICATION_JSON)
class InvariantsResource {
    private final EvaluateInvariants evaluateInvariants;

    InvariantsResource(EvaluateInvariants evaluateInvariants) {
        this.evaluateInvariants = evaluateInvariants;
    }

    @GET
    @RolesAllowed("admin")
    @Operation(hidden = true)
    public Uni<InvariantsView> report() {
        return evaluateInvariants.now();
    }
}
