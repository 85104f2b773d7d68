package io.swiftcart.catalog.reviews;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.identity.CallerIdentity;
import io.swiftcart.platform.page.Limit;
import io.swiftcart.platform.page.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Reviews over HTTP: everybody reads, buyers write. */
@Path("/api/v1/products/{id}/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reviews")
class ReviewResource {
    private final CallerIdentity callerIdentity;
    private final ReviewQuery query;
    private final AddReview addReview;

    ReviewResource(CallerIdentity callerIdentity, ReviewQuery query, AddReview addReview) {
        this.callerIdentity = callerIdentity;
        this.query = query;
        this.addReview = addReview;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listReviews", summary = "Reviews of a product, newest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<Page<ReviewView>> list(
            @RestPath String id,
            @RestQuery("limit") @Parameter(description = "1 to 200, default 50")
                    @Nullable String limit,
            @RestQuery("cursor") @Parameter(description = "nextCursor of the page before")
                    @Nullable String cursor) {
        return query.of(Ids.parse(id), Limit.of(limit), cursor);
    }

    @POST
    @RolesAllowed("customer")
    @ResponseStatus(201)
    @Operation(
            operationId = "addReview",
            summary = "Review a product that a confirmed order of yours has in it, once")
    @APIResponse(responseCode = "201", description = "Added, and counted in the product's rating")
    @APIResponse(responseCode = "403", description = "not-bought")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "already-reviewed")
    public Uni<ReviewView> add(@RestPath String id, @NotNull @Valid ReviewRequest request) {
        return addReview.with(Ids.parse(id), callerIdentity.current().id(), request);
    }
}
