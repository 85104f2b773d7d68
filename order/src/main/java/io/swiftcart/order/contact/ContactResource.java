package io.swiftcart.order.contact;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.id.Ids;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Internal: never routed by the gateway, open to services with the scope {@code orders:contact}
 * alone.
 */
@Path("/internal/orders/{orderId}/contact")
class ContactResource {
    private final ContactQuery contact;

    ContactResource(ContactQuery contact) {
        this.contact = contact;
    }

    @GET
    @RolesAllowed("orders:contact")
    @Operation(summary = "Whom to write to about an order", operationId = "orderContact")
    public Uni<ContactView> get(@PathParam("orderId") String orderId) {
        return contact.of(Ids.parse(orderId));
    }
}
