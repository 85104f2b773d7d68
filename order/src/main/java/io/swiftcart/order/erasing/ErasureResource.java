package io.swiftcart.order.erasing;

import io.smallrye.mutiny.Uni;
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

/**
 * The right to be forgotten of guests, whom nobody knows but by their orders; for admins. Customers
 * are erased by account.
 */
@Path("/api/v1/admin/orders/{orderId}/guest/erase")
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
            operationId = "eraseGuest",
            summary = "Erase for ever which guest an order was for; the order stays")
    @APIResponse(responseCode = "204", description = "Erased; harmless to repeat")
    @APIResponse(
            responseCode = "404",
            description = "not-found: no such order, or it is a customer's, who is erased as such")
    public Uni<Void> erase(@RestPath String orderId, @NotNull @Valid ErasureRequest request) {
        return eraseCustomer.guestOf(Ids.parse(orderId), caller.current(), request.reason());
    }
}
