package io.swiftcart.cart.carts;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.swiftcart.cart.AnswerOutcome;
import io.swiftcart.cart.domain.Cart;
import io.swiftcart.cart.storage.CartStore;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Whole carts: one made without a token opens by its id alone, any other for its customer. */
@Path(CartResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Carts")
class CartResource {
    static final String PATH = "/api/v1/carts";

    private final CurrentVisitor visitor;
    private final MakeCart makeCart;
    private final CartStore carts;
    private final AnswerOutcome answer;

    CartResource(CurrentVisitor visitor, MakeCart makeCart, CartStore carts, AnswerOutcome answer) {
        this.visitor = visitor;
        this.makeCart = makeCart;
        this.carts = carts;
        this.answer = answer;
    }

    @POST
    @PermitAll
    @Operation(
            operationId = "makeCart",
            summary = "Make an empty cart; with a token it is the caller's own from now on")
    @APIResponseSchema(
            value = CartView.class,
            responseCode = "201",
            responseDescription = "Made; Location and ETag are in the headers")
    public Uni<RestResponse<CartView>> make(@Valid @Nullable NewCartRequest request) {
        return makeCart.with(request, visitor.caller()).map(CartResource::made);
    }

    @GET
    @Path("me")
    @Authenticated
    @Operation(operationId = "readMyCart", summary = "The cart that the caller made last")
    @APIResponseSchema(
            value = CartView.class,
            responseCode = "200",
            responseDescription = "ETag is in the headers")
    @APIResponse(responseCode = "304", description = "Looks as it did at the ETag in If-None-Match")
    @APIResponse(responseCode = "404", description = "not-found: the caller has none")
    public Uni<RestResponse<CartView>> readMine(
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return carts.readMine(visitor.caller().id())
                .map(answer::cart)
                .map(cart -> current(cart, known));
    }

    @GET
    @Path("{cartId}")
    @PermitAll
    @Operation(operationId = "readCart", summary = "One cart, at the prices of now")
    @APIResponseSchema(
            value = CartView.class,
            responseCode = "200",
            responseDescription = "ETag is in the headers")
    @APIResponse(responseCode = "304", description = "Looks as it did at the ETag in If-None-Match")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<RestResponse<CartView>> read(
            @RestPath String cartId,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return carts.read(cartId, visitor.get())
                .map(answer::cart)
                .map(cart -> current(cart, known));
    }

    @DELETE
    @Path("{cartId}")
    @PermitAll
    @ResponseStatus(204)
    @Operation(operationId = "discardCart", summary = "Discard a cart")
    @APIResponse(responseCode = "204", description = "Discarded")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<Void> discard(@RestPath String cartId) {
        return carts.discard(cartId, visitor.get(), null).invoke(answer::gone).replaceWithVoid();
    }

    private static RestResponse<CartView> made(Cart cart) {
        // As text: a URI would be made absolute with this service's own address, which no caller
        // can reach.
        return ResponseBuilder.create(RestResponse.Status.CREATED, CartView.of(cart))
                .header(HttpHeaders.LOCATION, PATH + "/" + cart.id())
                .header(HttpHeaders.ETAG, tag(cart))
                .build();
    }

    private static RestResponse<CartView> current(Cart cart, @Nullable String known) {
        ResponseBuilder<CartView> response =
                isKnown(cart, known)
                        ? ResponseBuilder.notModified()
                        : ResponseBuilder.ok(CartView.of(cart));
        return response.header(HttpHeaders.ETAG, tag(cart)).build();
    }

    private static boolean isKnown(Cart cart, @Nullable String known) {
        return known != null
                && Arrays.stream(known.split(","))
                        .map(String::strip)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(tag(cart)));
    }

    private static String tag(Cart cart) {
        return "\"" + cart.tag() + "\"";
    }
}
