package io.swiftcart.order.placing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.checkout.Waiting;
import io.swiftcart.order.recording.Contact;
import io.swiftcart.order.stored.OrderView;
import io.swiftcart.platform.idempotency.IdempotencyKey;
import io.swiftcart.platform.identity.CallerIdentity;
import jakarta.annotation.security.RolesAllowed;
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
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes orders. */
@Path(OrderView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
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
    @Operation(
            operationId = "placeOrder",
            summary = "Place an order",
            description =
                    "Prices are the catalogue's; what is sent as unitPrice or expectedTotal is only"
                            + " compared. Answers 201, 202, 402, 409 insufficient-stock and 409"
                            + " order-timed-out are kept for 24 hours and given again, byte for byte,"
                            + " to the same key.")
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            required = true,
            description = "1 to 255 visible characters, bare or quoted; new for each order",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = Waiting.HEADER,
            in = ParameterIn.HEADER,
            description =
                    "respond-async: do not wait; wait=N: wait N seconds, at most 10, 2 when not said",
            example = "respond-async",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "201",
            description = "Confirmed: the stock is held and the money is taken",
            headers = {
                @Header(name = "Location", description = "The order"),
                @Header(name = "ETag", description = "Its version"),
                @Header(name = "Idempotent-Replayed", description = "true on a repeat")
            },
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(
            responseCode = "202",
            description =
                    "Pending: the waiting budget is over. The order goes on; ask at its Location",
            headers = {
                @Header(name = "Location", description = "The order"),
                @Header(name = "Idempotent-Replayed", description = "true on a repeat")
            },
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(
            responseCode = "400",
            description =
                    "validation-failed, malformed-request, idempotency-key-missing,"
                            + " idempotency-key-invalid")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "402", description = "payment-declined, with orderId")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(
            responseCode = "409",
            description =
                    "insufficient-stock with orderId and items [{sku, requested, available}];"
                            + " price-changed with items [{sku, expectedUnitPrice, unitPrice}];"
                            + " total-changed with totalAmount and currency; order-timed-out and"
                            + " order-cancelled with orderId; idempotency-key-in-flight with Retry-After")
    @APIResponse(responseCode = "413", description = "payload-too-large")
    @APIResponse(responseCode = "415", description = "unsupported-media-type")
    @APIResponse(
            responseCode = "422",
            description =
                    "unknown-sku with skus, currency-mismatch, payment-method-invalid with orderId,"
                            + " idempotency-key-reused")
    @APIResponse(
            responseCode = "503",
            description =
                    "payment-unavailable: nothing was charged and the same key may be tried again",
            headers = @Header(name = "Retry-After", description = "Seconds to wait"))
    public Uni<Response> place(
            @NotNull @Valid PlaceOrderRequest request, @Context HttpHeaders headers) {
        return placeOrder.with(
                new PlaceOrder.Intent(
                        caller.current().id(),
                        request,
                        Contact.of(
                                request.customer(),
                                request.shippingAddress(),
                                token.getClaim("email"),
                                token.getClaim("name")),
                        IdempotencyKey.required(headers),
                        Waiting.of(headers)));
    }
}
