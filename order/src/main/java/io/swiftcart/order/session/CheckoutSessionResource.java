package io.swiftcart.order.session;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.checkout.Waiting;
import io.swiftcart.order.recording.Address;
import io.swiftcart.order.stored.OrderView;
import io.swiftcart.platform.http.ETags;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.idempotency.IdempotencyKey;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Checkouts step by step. Open to everybody at the door: a guest's session belongs to whoever knows
 * its id, another's does not exist.
 */
@Path(CheckoutSessionResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
@SecurityRequirement(name = "bearer")
@Tag(name = "Checkout")
@APIResponse(
        responseCode = "400",
        description = "validation-failed, malformed-request, idempotency-key-missing")
@APIResponse(responseCode = "401", description = "unauthenticated: the token is not valid")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "404", description = "not-found")
@APIResponse(responseCode = "503", description = "service-unavailable, payment-unavailable")
class CheckoutSessionResource {
    static final String PATH = "/api/v1/checkout/sessions";

    private final OpenSession openSession;
    private final ReadSession readSession;
    private final ChangeSession changeSession;
    private final CompleteSession completeSession;
    private final Buyers buyers;

    /** Ways to ship, cheapest first. */
    @Schema(
            name = "ShippingOptions",
            requiredProperties = {"items"})
    record Options(List<SessionView.Option> items) {}

    CheckoutSessionResource(
            OpenSession openSession,
            ReadSession readSession,
            ChangeSession changeSession,
            CompleteSession completeSession,
            Buyers buyers) {
        this.openSession = openSession;
        this.readSession = readSession;
        this.changeSession = changeSession;
        this.completeSession = completeSession;
        this.buyers = buyers;
    }

    @POST
    @Operation(
            operationId = "openCheckoutSession",
            summary = "Begin the checkout of a cart",
            description =
                    "Who buys is taken from the token; the session lives for 24 hours and follows its"
                            + " cart, whose prices are never taken over.")
    @APIResponse(
            responseCode = "201",
            description = "The session, and what is still required",
            headers = @Header(name = "Location", description = "The session"),
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "409", description = "checkout-incomplete: the cart is empty")
    public Uni<RestResponse<SessionView>> open(@NotNull @Valid SessionRequest.Open request) {
        return openSession
                .with(
                        request.cartId(),
                        buyers.current(),
                        new OpenSession.Entered(buyers.fromToken(), null, null, null))
                .chain(readSession::priced)
                .map(
                        session ->
                                RestResponse.ResponseBuilder.create(
                                                RestResponse.Status.CREATED, session)
                                        .header(
                                                HttpHeaders.LOCATION,
                                                PATH + "/" + session.sessionId())
                                        .build());
    }

    @GET
    @Path("/{sessionId}")
    @Operation(operationId = "getCheckoutSession", summary = "What a session comes to now")
    @APIResponse(
            responseCode = "200",
            description = "The session",
            headers =
                    @Header(
                            name = "ETag",
                            description = "Of all that is shown: prices change it as well"),
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
    public Uni<RestResponse<SessionView>> get(
            @PathParam("sessionId") String sessionId,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return readSession
                .view(Ids.parse(sessionId), buyers.current())
                .map(session -> tagged(session, ifNoneMatch));
    }

    @PUT
    @Path("/{sessionId}/customer")
    @Operation(operationId = "putCheckoutCustomer", summary = "Say whom to write to")
    @APIResponse(
            responseCode = "200",
            description = "The session",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "409", description = "session-ended with sessionStatus")
    public Uni<SessionView> customer(
            @PathParam("sessionId") String sessionId,
            @NotNull @Valid SessionRequest.Customer request) {
        return changeSession.customer(Ids.parse(sessionId), buyers.current(), request);
    }

    @PUT
    @Path("/{sessionId}/shipping-address")
    @Operation(operationId = "putCheckoutShippingAddress", summary = "Say where to ship to")
    @APIResponse(
            responseCode = "200",
            description = "The session",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "409", description = "session-ended with sessionStatus")
    public Uni<SessionView> shippingAddress(
            @PathParam("sessionId") String sessionId, @NotNull @Valid Address address) {
        return changeSession.shippingAddress(Ids.parse(sessionId), buyers.current(), address);
    }

    @GET
    @Path("/{sessionId}/shipping-options")
    @Operation(operationId = "getShippingOptions", summary = "Ways to ship, cheapest first")
    @APIResponse(
            responseCode = "200",
            description = "The options for the weight of the cart and the country",
            content = @Content(schema = @Schema(implementation = Options.class)))
    @APIResponse(
            responseCode = "409",
            description = "checkout-incomplete before the address is known; session-ended")
    public Uni<Options> shippingOptions(@PathParam("sessionId") String sessionId) {
        return changeSession
                .options(Ids.parse(sessionId), buyers.current())
                .map(options -> options.stream().map(SessionView.Option::from).toList())
                .map(Options::new);
    }

    @PUT
    @Path("/{sessionId}/shipping-option")
    @Operation(operationId = "putShippingOption", summary = "Choose how to ship")
    @APIResponse(
            responseCode = "200",
            description = "The session",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(
            responseCode = "409",
            description = "checkout-incomplete before the address is known; session-ended")
    @APIResponse(responseCode = "422", description = "shipping-option-invalid")
    public Uni<SessionView> shippingOption(
            @PathParam("sessionId") String sessionId,
            @NotNull @Valid SessionRequest.Option request) {
        return changeSession.shippingOption(Ids.parse(sessionId), buyers.current(), request.code());
    }

    @PUT
    @Path("/{sessionId}/promotion")
    @Operation(
            operationId = "enterPromotion",
            summary = "Enter the code of a promotion",
            description =
                    "An order has one promotion at most: another code replaces the one before, null"
                            + " takes it away.")
    @APIResponse(
            responseCode = "200",
            description = "The session",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "409", description = "session-ended with sessionStatus")
    @APIResponse(responseCode = "422", description = "promotion-invalid")
    public Uni<SessionView> promotion(
            @PathParam("sessionId") String sessionId,
            @NotNull @Valid SessionRequest.Promotion request) {
        return changeSession.promotion(Ids.parse(sessionId), buyers.current(), request.code());
    }

    @POST
    @Path("/{sessionId}/complete")
    @Operation(
            operationId = "completeCheckoutSession",
            summary = "Make the session an order",
            description =
                    "Answers as placeOrder does. A session has one order, whatever races: whoever asks"
                            + " again is shown it. When the order fails the session is open again."
                            + " What lies in a cart is ordered in one session alone. A guest's answer"
                            + " that tells of an order holds the orderToken that opens it.")
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            required = true,
            description = "1 to 255 visible characters, bare or quoted; new for each try",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "201",
            description = "Confirmed",
            headers = {
                @Header(name = "Location", description = "The order"),
                @Header(name = "ETag", description = "Its version"),
                @Header(name = "Idempotent-Replayed", description = "true on a repeat")
            },
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Pending: ask at its Location",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(
            responseCode = "402",
            description = "payment-declined, with orderId; a guest's with orderToken")
    @APIResponse(
            responseCode = "409",
            description =
                    "checkout-incomplete with requirements, and with orderId when the cart was ordered"
                            + " in another session; total-changed with totalAmount and"
                            + " currency; session-ended; insufficient-stock; order-timed-out;"
                            + " order-cancelled")
    @APIResponse(
            responseCode = "422",
            description = "payment-method-invalid, idempotency-key-reused")
    public Uni<Response> complete(
            @PathParam("sessionId") String sessionId,
            @NotNull @Valid SessionRequest.Complete request,
            @Context HttpHeaders headers) {
        return completeSession.with(
                Ids.parse(sessionId),
                buyers.current(),
                request,
                new CompleteSession.Asked(IdempotencyKey.required(headers), Waiting.of(headers)));
    }

    private static RestResponse<SessionView> tagged(
            SessionView session, @Nullable String ifNoneMatch) {
        long tag = Integer.toUnsignedLong(session.hashCode());
        RestResponse.ResponseBuilder<SessionView> answer =
                ETags.matches(ifNoneMatch, tag)
                        ? RestResponse.ResponseBuilder.notModified()
                        : RestResponse.ResponseBuilder.ok(session);
        return answer.header(HttpHeaders.ETAG, ETags.of(tag)).build();
    }
}
