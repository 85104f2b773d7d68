package io.swiftcart.order.session;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.checkout.Waiting;
import io.swiftcart.order.stored.OrderView;
import io.swiftcart.platform.idempotency.IdempotencyKey;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A checkout in one call, open to guests. */
@Path("/api/v1/checkout")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Checkout")
class CheckoutResource {
    private final CheckOutCart checkOutCart;
    private final Buyers buyers;

    CheckoutResource(CheckOutCart checkOutCart, Buyers buyers) {
        this.checkOutCart = checkOutCart;
        this.buyers = buyers;
    }

    @POST
    @PermitAll
    @SecurityRequirement(name = "bearer")
    @Operation(
            operationId = "checkOut",
            summary = "Make a cart an order in one call",
            description =
                    "Ships by the cheapest option unless another is said. Answers as placeOrder does; a"
                            + " guest's answer that tells of an order holds the orderToken that opens"
                            + " it. What lies in a cart is ordered once.")
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            required = true,
            description = "1 to 255 visible characters, bare or quoted; new for each order",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "201",
            description = "Confirmed",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Pending: ask at its Location",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(
            responseCode = "400",
            description =
                    "validation-failed, malformed-request, idempotency-key-missing,"
                            + " idempotency-key-invalid")
    @APIResponse(responseCode = "401", description = "unauthenticated: the token is not valid")
    @APIResponse(
            responseCode = "402",
            description = "payment-declined, with orderId; a guest's with orderToken")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found: no such cart, or another's")
    @APIResponse(
            responseCode = "409",
            description =
                    "checkout-incomplete with requirements, and with orderId when the cart was ordered"
                            + " already; total-changed, insufficient-stock,"
                            + " order-timed-out, order-cancelled, idempotency-key-in-flight")
    @APIResponse(
            responseCode = "422",
            description = "payment-method-invalid, idempotency-key-reused")
    @APIResponse(responseCode = "503", description = "payment-unavailable, service-unavailable")
    public Uni<Response> checkOut(
            @NotNull @Valid CheckoutRequest request, @Context HttpHeaders headers) {
        return checkOutCart.with(
                request,
                buyers.current(),
                new CompleteSession.Asked(IdempotencyKey.required(headers), Waiting.of(headers)));
    }
}
