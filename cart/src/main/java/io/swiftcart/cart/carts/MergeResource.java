package io.swiftcart.cart.carts;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.swiftcart.cart.AnswerOutcome;
import io.swiftcart.cart.storage.CartStore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A guest who has logged in takes their cart along. */
@Path(CartResource.PATH + "/{cartId}/merge")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Carts")
class MergeResource {
    private final CurrentVisitor visitor;
    private final CartStore carts;
    private final AnswerOutcome answer;

    MergeResource(CurrentVisitor visitor, CartStore carts, AnswerOutcome answer) {
        this.visitor = visitor;
        this.carts = carts;
        this.answer = answer;
    }

    @POST
    @Operation(
            operationId = "mergeCart",
            summary = "Put a guest's cart into the caller's own; the guest's is gone afterwards")
    @APIResponse(responseCode = "200", description = "The caller's cart, made if there was none")
    @APIResponse(
            responseCode = "404",
            description = "not-found: there is no such guest's cart, or it was merged before")
    @APIResponse(responseCode = "409", description = "cart-full; both carts stay as they are")
    @APIResponse(
            responseCode = "422",
            description = "currency-mismatch; both carts stay as they are")
    public Uni<CartView> merge(@RestPath String cartId, @NotNull @Valid MergeRequest request) {
        return carts.merge(cartId, visitor.caller().id(), request.toDomain())
                .map(answer::cart)
                .map(CartView::of);
    }
}
