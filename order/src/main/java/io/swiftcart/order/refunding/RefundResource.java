package io.swiftcart.order.refunding;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.stored.OrderView;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.idempotency.IdempotencyKey;
import io.swiftcart.platform.identity.CallerIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives money back on orders. */
@Path(OrderView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
class RefundResource {
    private final RefundOrder refundOrder;
    private final CallerIdentity caller;

    RefundResource(RefundOrder refundOrder, CallerIdentity caller) {
        this.refundOrder = refundOrder;
        this.caller = caller;
    }

    @POST
    @Path("/{orderId}/refunds")
    @RolesAllowed({"manager", "admin"})
    @Operation(
            operationId = "refundOrder",
            summary = "Give back part or all of what an order has paid",
            description =
                    "Without amount what was paid for the items: their price less their share of the"
                            + " discount, with their tax; without both all that is left. No unit is"
                            + " given back twice. Changes paymentStatus, not status; stock comes back only with items and"
                            + " restock.")
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            required = true,
            description = "1 to 255 visible characters, bare or quoted",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "201",
            description =
                    "The refund: SUCCEEDED, PENDING while the provider has not answered, or FAILED"
                            + " when it refused",
            headers = @Header(name = "Idempotent-Replayed", description = "true on a repeat"),
            content = @Content(schema = @Schema(implementation = RefundView.class)))
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
                    "refund-exceeds-captured with refundable and currency; not-refundable;"
                            + " idempotency-key-in-flight with Retry-After")
    @APIResponse(responseCode = "413", description = "payload-too-large")
    @APIResponse(responseCode = "415", description = "unsupported-media-type")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Uni<Response> refund(
            @PathParam("orderId") String orderId,
            @NotNull @Valid RefundRequest request,
            @Context HttpHeaders headers) {
        return refundOrder.with(
                caller.current().id(),
                Ids.parse(orderId),
                request,
                IdempotencyKey.required(headers));
    }
}
