package io.swiftcart.platform.operations;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.invariants.EvaluateInvariants;
import io.swiftcart.platform.invariants.InvariantsView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For operators; the gateway merges it with those of the other services. */
@Path("/internal/admin/invariants")
@Produces(MediaType.APPLICATION_JSON)
@UnlessBuildProperty(
        name = "swiftcart.operator-pages",
        stringValue = "false",
        enableIfMissing = true)
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
