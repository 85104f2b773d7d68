package io.swiftcart.order.operating;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.stored.OrderView;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.identity.CallerIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows checkouts to operators, and takes their word. */
@Path(OrderView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
class SagaResource {
    private final OperateCheckout checkouts;
    private final CallerIdentity caller;

    SagaResource(OperateCheckout checkouts, CallerIdentity caller) {
        this.checkouts = checkouts;
        this.caller = caller;
    }

    @GET
    @Path("/{orderId}/saga")
    @RolesAllowed({"manager", "admin"})
    @Operation(operationId = "getOrderSaga", summary = "The checkout of an order, for operators")
    @APIResponse(
            responseCode = "200",
            description = "Where its checkout stands and what it still owes",
            content = @Content(schema = @Schema(implementation = SagaView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<SagaView> saga(@PathParam("orderId") String orderId) {
        return checkouts.read(Ids.parse(orderId));
    }

    @POST
    @Path("/{orderId}/saga/retry")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Operation(
            operationId = "retryOrderSaga",
            summary = "Try a checkout again at once",
            description = "Audited with the reason.")
    @APIResponse(
            responseCode = "200",
            description = "Where its checkout stands now",
            content = @Content(schema = @Schema(implementation = SagaView.class)))
    @APIResponse(responseCode = "400", description = "validation-failed, malformed-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "checkout-ended")
    @APIResponse(responseCode = "413", description = "payload-too-large")
    @APIResponse(responseCode = "415", description = "unsupported-media-type")
    public Uni<SagaView> retry(
            @PathParam("orderId") String orderId, @NotNull @Valid OperatorRequest request) {
        return checkouts.retry(Ids.parse(orderId), caller.current(), request.reason());
    }

    @POST
    @Path("/{orderId}/saga/compensate")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Operation(
            operationId = "compensateOrderSaga",
            summary = "Give a checkout up",
            description =
                    "Takes back whatever may have happened; the order fails once payment and inventory have answered. Audited with the reason.")
    @APIResponse(
            responseCode = "200",
            description = "Where its checkout stands now",
            content = @Content(schema = @Schema(implementation = SagaView.class)))
    @APIResponse(responseCode = "400", description = "validation-failed, malformed-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "checkout-ended")
    @APIResponse(responseCode = "413", description = "payload-too-large")
    @APIResponse(responseCode = "415", description = "unsupported-media-type")
    public Uni<SagaView> compensate(
            @PathParam("orderId") String orderId, @NotNull @Valid OperatorRequest request) {
        return checkouts.compensate(Ids.parse(orderId), caller.current(), request.reason());
    }
}
