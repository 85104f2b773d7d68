package io.swiftcart.catalog.prices;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.page.Limit;
import io.swiftcart.platform.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a product has cost, for those who set prices. */
@Path("/api/v1/products/{id}/price-history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Products")
class PriceHistoryResource {
    private final PriceHistoryQuery query;

    PriceHistoryResource(PriceHistoryQuery query) {
        this.query = query;
    }

    @GET
    @RolesAllowed({"manager", "admin", "catalog:write"})
    @Operation(operationId = "listPrices", summary = "Prices of a product, newest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<Page<PriceView>> list(
            @RestPath String id,
            @RestQuery("limit") @Parameter(description = "1 to 200, default 50")
                    @Nullable String limit,
            @RestQuery("cursor") @Parameter(description = "nextCursor of the page before")
                    @Nullable String cursor) {
        return query.of(Ids.parse(id), Limit.of(limit), cursor);
    }
}
