package io.swiftcart.cart.checkout;

import io.smallrye.mutiny.Uni;
import io.swiftcart.cart.AnswerOutcome;
import io.swiftcart.cart.domain.Visitor;
import io.swiftcart.cart.storage.CartStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Carts for the order service; who may order which is its business. */
@Path("/internal/carts/{cartId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("carts:write")
@Tag(name = "Internal")
class CheckoutResource {
    private static final Logger LOG = Logger.getLogger(CheckoutResource.class);
    private static final Visitor NEIGHBOUR = new Visitor.Neighbour();

    private final CartStore carts;
    private final AnswerOutcome answer;

    CheckoutResource(CartStore carts, AnswerOutcome answer) {
        this.carts = carts;
        this.answer = answer;
    }

    @GET
    @Operation(operationId = "readCartForCheckout", summary = "A cart, whoever's it is")
    @APIResponse(responseCode = "200", description = "The cart at the prices of now")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<CheckoutView> read(@RestPath String cartId) {
        return carts.read(cartId, NEIGHBOUR).map(answer::cart).map(CheckoutView::of);
    }

    @POST
    @Path("checkout")
    @Operation(
            operationId = "beginCheckout",
            summary = "Keep a cart from expiring; of several times the latest holds")
    @APIResponse(responseCode = "200", description = "The cart; it can still be changed")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "cart-empty")
    public Uni<CheckoutView> begin(
            @RestPath String cartId, @NotNull @Valid CheckoutRequest request) {
        return carts.beginCheckout(cartId, request.until())
                .map(answer::cart)
                .invoke(_ -> LOG.debugf("A cart is in checkout session %s", request.sessionId()))
                .map(CheckoutView::of);
    }

    @DELETE
    @ResponseStatus(204)
    @Operation(operationId = "discardOrderedCart", summary = "Discard a cart that was ordered")
    @APIResponse(responseCode = "204", description = "Gone, now or before")
    @APIResponse(
            responseCode = "409",
            description = "cart-changed: it has another version, and stays")
    public Uni<Void> discard(@RestPath String cartId, @NotNull @RestQuery Long version) {
        return carts.discard(cartId, NEIGHBOUR, version)
                .invoke(answer::goneNowOrBefore)
                .replaceWithVoid();
    }
}
