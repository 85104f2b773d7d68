package io.swiftcart.account.operating;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.erasing.EraseCustomer;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.identity.CallerIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** The right to be forgotten of those who cannot, or will not, erase themselves; for admins. */
@Path("/api/v1/admin/customers/{customerId}/erase")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@Tag(name = "Operations")
class ErasureResource {
    private final CallerIdentity caller;
    private final EraseCustomer eraseCustomer;

    ErasureResource(CallerIdentity caller, EraseCustomer eraseCustomer) {
        this.caller = caller;
        this.eraseCustomer = eraseCustomer;
    }

    @POST
    @ResponseStatus(204)
    @Operation(
            operationId = "eraseCustomer",
            summary =
                    "Erase for ever, everywhere, whoever is the subject of these tokens, of whichever issuer")
    @APIResponse(responseCode = "204", description = "Erased; harmless to repeat")
    public Uni<Void> erase(@RestPath String customerId, @NotNull @Valid ErasureRequest request) {
        return eraseCustomer.forOperator(
                Ids.parse(customerId), caller.current().id(), request.reason());
    }
}
