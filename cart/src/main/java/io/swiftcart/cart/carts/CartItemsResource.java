package io.swiftcart.cart.carts;

import io.smallrye.mutiny.Uni;
import io.swiftcart.cart.AnswerOutcome;
import io.swiftcart.cart.storage.CartStore;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The lines of a cart; each change answers the cart as it is after it. */
@Path(CartResource.PATH + "/{cartId}/items")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Carts")
class CartItemsResource {
    private final CurrentVisitor visitor;
    private final CartStore carts;
    private final AnswerOutcome answer;

    CartItemsResource(CurrentVisitor visitor, CartStore carts, AnswerOutcome answer) {
        this.visitor = visitor;
        this.carts = carts;
        this.answer = answer;
    }

    @POST
    @Operation(operationId = "addItem", summary = "Add units of a product")
    @APIResponse(responseCode = "200", description = "The cart with them")
    @APIResponse(responseCode = "404", description = "not-found: there is no such cart")
    @APIResponse(responseCode = "409", description = "cart-full, quantity-exceeded")
    @APIResponse(responseCode = "422", description = "unknown-sku, currency-mismatch")
    public Uni<CartView> add(@RestPath String cartId, @NotNull @Valid AddItemRequest request) {
        return carts.add(cartId, visitor.get(), request.sku(), request.qty())
                .map(answer::cart)
                .map(CartView::of);
    }

    @PUT
    @Path("{sku}")
    @Operation(
            operationId = "setQuantity",
            summary = "Set the units of a product; accepts the price of now")
    @APIResponse(responseCode = "200", description = "The cart with them")
    @APIResponse(responseCode = "404", description = "not-found: there is no such cart")
    @APIResponse(responseCode = "409", description = "cart-full")
    @APIResponse(responseCode = "422", description = "unknown-sku, currency-mismatch")
    public Uni<CartView> set(
            @RestPath String cartId,
            @RestPath String sku,
            @NotNull @Valid SetQuantityRequest request) {
        return carts.set(cartId, visitor.get(), sku, request.qty())
                .map(answer::cart)
                .map(CartView::of);
    }

    @DELETE
    @Path("{sku}")
    @Operation(operationId = "removeItem", summary = "Take a product out")
    @APIResponse(responseCode = "200", description = "The cart without it, now or before")
    @APIResponse(responseCode = "404", description = "not-found: there is no such cart")
    public Uni<CartView> remove(@RestPath String cartId, @RestPath String sku) {
        return carts.remove(cartId, visitor.get(), sku).map(answer::cart).map(CartView::of);
    }
}
