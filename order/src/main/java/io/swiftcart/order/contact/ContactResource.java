package io.swiftcart.order.contact;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.id.Ids;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Internal: never routed by the gateway, open to services with the scope {@code orders:contact}
 * alone.
 */
@Path("/internal/orders/{orderId}/contact")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Internal")
class ContactResource {
    private final ContactQuery contact;

    ContactResource(ContactQuery contact) {
        this.contact = contact;
    }

    @GET
    @RolesAllowed("orders:contact")
    @Operation(operationId = "getOrderContact", summary = "Whom to write to about an order")
    @APIResponse(
            responseCode = "200",
            description = "Not to be kept beyond the message it is asked for",
            content = @Content(schema = @Schema(implementation = ContactView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found, contact-erased")
    public Uni<ContactView> get(@PathParam("orderId") String orderId) {
        return contact.of(Ids.parse(orderId));
    }
}
