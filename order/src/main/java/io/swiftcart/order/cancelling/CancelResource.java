package io.swiftcart.order.cancelling;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.checkout.Waiting;
import io.swiftcart.order.stored.OrderView;
import io.swiftcart.order.stored.Reader;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.idempotency.IdempotencyKey;
import io.swiftcart.platform.identity.CallerIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Takes orders back. Open to everybody at the door, because the bearer of an order's token is
 * nobody to the identity provider; {@link OwnersGate} turns away who cannot own an order.
 */
@Path(OrderView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
class CancelResource {
    private final CancelOrder cancelOrder;
    private final CallerIdentity caller;

    CancelResource(CancelOrder cancelOrder, CallerIdentity caller) {
        this.cancelOrder = cancelOrder;
        this.caller = caller;
    }

    @PUT
    @Path("/{orderId}/cancel")
    @PermitAll
    @OwnersOnly
    @SecurityRequirement(name = "bearer")
    @Operation(
            operationId = "cancelOrder",
            summary = "Take an order back before it is shipped",
            description =
                    "Releases the stock and gives back what was paid. A guest's order is taken back with"
                            + " its X-Order-Token. Answers 200 and 202 are kept for"
                            + " 24 hours under the key.")
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            required = true,
            description = "1 to 255 visible characters, bare or quoted",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "Cancelled: nothing is held and nothing is charged",
            headers = {
                @Header(name = "ETag", description = "Its version"),
                @Header(name = "Idempotent-Replayed", description = "true on a repeat")
            },
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(
            responseCode = "202",
            description = "On its way back; ask at its Location",
            headers = @Header(name = "Location", description = "The order"),
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(
            responseCode = "400",
            description =
                    "validation-failed, malformed-request, idempotency-key-missing,"
                            + " idempotency-key-invalid")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description =
                    "order-not-cancellable with orderStatus; payment-unresolved with Retry-After;"
                            + " idempotency-key-in-flight with Retry-After")
    @APIResponse(responseCode = "413", description = "payload-too-large")
    @APIResponse(responseCode = "415", description = "unsupported-media-type")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Uni<Response> cancel(
            @PathParam("orderId") String orderId,
            @HeaderParam(Reader.ORDER_TOKEN) @Nullable String orderToken,
            @NotNull @Valid CancelRequest request,
            @Context HttpHeaders headers) {
        return cancelOrder.with(
                new CancelOrder.Intent(
                        Reader.changing(caller.current(), orderToken),
                        Ids.parse(orderId),
                        request,
                        IdempotencyKey.required(headers),
                        Waiting.of(headers)));
    }
}
