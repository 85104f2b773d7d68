package io.swiftcart.order.placing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.stored.OrderView;
import io.swiftcart.platform.idempotency.IdempotencyKey;
import io.swiftcart.platform.identity.CallerIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Takes orders. */
@Path(PlaceOrder.PATH)
class OrderResource {
    private final PlaceOrder placeOrder;
    private final CallerIdentity caller;
    private final JsonWebToken token;

    OrderResource(PlaceOrder placeOrder, CallerIdentity caller, JsonWebToken token) {
        this.placeOrder = placeOrder;
        this.caller = caller;
        this.token = token;
    }

    @POST
    @RolesAllowed({"customer", "manager", "admin", "orders:write"})
    @Operation(summary = "Place an order", operationId = "placeOrder")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "Prefer", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "201",
            description = "Confirmed",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OrderView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Pending: the waiting budget is over",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OrderView.class)))
    @APIResponse(responseCode = "402", description = "payment-declined")
    @APIResponse(
            responseCode = "409",
            description = "insufficient-stock, price-changed, total-changed")
    @APIResponse(
            responseCode = "422",
            description = "unknown-sku, currency-mismatch, payment-method-invalid")
    @APIResponse(responseCode = "503", description = "payment-unavailable")
    public Uni<Response> place(
            @NotNull @Valid PlaceOrderRequest request, @Context HttpHeaders headers) {
        List<String> prefer = headers.getRequestHeader("Prefer");
        return placeOrder.with(
                new PlaceOrder.Intent(
                        caller.current().id(),
                        request,
                        Contact.of(request, token.getClaim("email"), token.getClaim("name")),
                        IdempotencyKey.required(headers),
                        Waiting.of(prefer == null ? List.of() : prefer)));
    }
}
