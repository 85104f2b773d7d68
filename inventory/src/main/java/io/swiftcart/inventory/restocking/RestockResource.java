package io.swiftcart.inventory.restocking;

import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.domain.OrderId;
import io.swiftcart.platform.id.Ids;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Internal: the command to put units back, for the order service. */
@Path("/internal/inventory/orders/{orderId}/restock")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Internal")
class RestockResource {
    private final RestockOrder restockOrder;

    RestockResource(RestockOrder restockOrder) {
        this.restockOrder = restockOrder;
    }

    @POST
    @RolesAllowed("inventory:write")
    @Operation(
            operationId = "restockOrder",
            summary = "Put units of an order back on the shelf; idempotent by restockId")
    @APIResponseSchema(
            value = RestockView.class,
            responseCode = "200",
            responseDescription = "Put back, now or by an earlier request")
    @APIResponse(responseCode = "404", description = "not-found: nothing is known of the order")
    @APIResponse(
            responseCode = "409",
            description = "restock-exceeds-committed: more than was sold would be back")
    @APIResponse(
            responseCode = "422",
            description = "idempotency-key-reused: the restockId was used for other items")
    @APIResponse(
            responseCode = "503",
            description = "service-unavailable: the order is not committed yet; ask again")
    public Uni<RestockView> restock(
            @RestPath String orderId, @NotNull @Valid RestockRequest request) {
        OrderId order = new OrderId(Ids.parse(orderId));
        return restockOrder
                .with(order, request.restockId(), request.lines())
                .map(lines -> RestockView.of(order, request.restockId(), lines));
    }
}
