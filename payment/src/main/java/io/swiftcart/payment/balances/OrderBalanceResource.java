package io.swiftcart.payment.balances;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Tells the money of every order; for the order service, which holds it against its own books.
 * Never routed by the gateway.
 */
@Path("/internal/payments/by-order")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Internal")
class OrderBalanceResource {

    private final OrderBalanceQuery query;

    OrderBalanceResource(OrderBalanceQuery query) {
        this.query = query;
    }

    @GET
    @RolesAllowed("payments:settle")
    @Operation(
            operationId = "listOrderBalances",
            summary = "What was captured, refunded and booked, by order id")
    public Uni<Page<OrderBalanceView>> list(
            @RestQuery @Nullable String after, @RestQuery @Nullable String limit) {
        return query.page(after, limit);
    }
}
