package io.swiftcart.inventory.holds;

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

/** Internal: how the orders stand here, for the order service to compare with its own book. */
@Path("/internal/inventory/reservations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Internal")
class ReservationsResource {
    private final ReservationsQuery query;

    ReservationsResource(ReservationsQuery query) {
        this.query = query;
    }

    @GET
    @RolesAllowed("inventory:write")
    @Operation(
            operationId = "listReservations",
            summary =
                    "How the reservation of each order stands, by order id, page by page; after is"
                            + " the nextCursor of the page before, limit at most 1000")
    public Uni<Page<ReservationStatusView>> list(
            @RestQuery @Nullable String after, @RestQuery @Nullable String limit) {
        return query.page(after, limit);
    }
}
