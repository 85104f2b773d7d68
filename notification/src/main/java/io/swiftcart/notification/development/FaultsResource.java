package io.swiftcart.notification.development;

import io.swiftcart.notification.faults.Faults;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Switches faults of this replica. Outside development there is nothing here. */
@Path("/internal/faults")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
class FaultsResource {
    private final Faults faults;

    FaultsResource(Faults faults) {
        this.faults = faults;
    }

    @GET
    @Operation(hidden = true)
    public Map<String, String> list() {
        return existing().all();
    }

    @PUT
    @Operation(hidden = true)
    public Map<String, String> set(@NotNull Map<String, @NotNull String> wanted) {
        try {
            wanted.forEach(existing()::set);
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.VALIDATION_FAILED, String.valueOf(e.getMessage()));
        }
        return faults.all();
    }

    @DELETE
    @Operation(hidden = true)
    public Map<String, String> clear() {
        existing().clear();
        return faults.all();
    }

    private Faults existing() {
        if (!faults.possible()) {
            throw new Problem(CommonProblem.NOT_FOUND, "There is nothing here.");
        }
        return faults;
    }
}
