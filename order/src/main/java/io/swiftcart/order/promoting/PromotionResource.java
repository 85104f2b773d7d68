package io.swiftcart.order.promoting;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.http.ETags;
import io.swiftcart.platform.page.Limit;
import io.swiftcart.platform.page.Page;
import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Promotions, for managers. */
@Path(PromotionResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"manager", "admin"})
@Tag(name = "Promotions")
@APIResponse(responseCode = "400", description = "validation-failed, malformed-request")
@APIResponse(responseCode = "401", description = "unauthenticated")
@APIResponse(responseCode = "403", description = "forbidden")
class PromotionResource {
    static final String PATH = "/api/v1/promotions";

    private final KeepPromotions promotions;

    PromotionResource(KeepPromotions promotions) {
        this.promotions = promotions;
    }

    @POST
    @Operation(operationId = "makePromotion", summary = "Make a promotion")
    @APIResponse(
            responseCode = "201",
            description = "It holds from validFrom on",
            headers = {
                @Header(name = "Location", description = "The promotion"),
                @Header(name = "ETag", description = "Its version")
            },
            content = @Content(schema = @Schema(implementation = PromotionView.class)))
    @APIResponse(responseCode = "409", description = "promotion-code-taken")
    public Uni<RestResponse<PromotionView>> make(@NotNull @Valid PromotionRequest request) {
        return promotions
                .make(request)
                .map(
                        made ->
                                RestResponse.ResponseBuilder.create(
                                                RestResponse.Status.CREATED, made)
                                        .header(HttpHeaders.LOCATION, PATH + "/" + made.code())
                                        .header(HttpHeaders.ETAG, ETags.of(made.version()))
                                        .build());
    }

    @GET
    @Operation(operationId = "listPromotions", summary = "List promotions by code")
    @APIResponse(responseCode = "200", description = "One page; nextCursor is null on the last")
    public Uni<Page<PromotionView>> list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return promotions.list(Limit.of(limit), cursor);
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "getPromotion", summary = "Read a promotion")
    @APIResponse(
            responseCode = "200",
            description = "The promotion",
            headers = @Header(name = "ETag", description = "Its version"),
            content = @Content(schema = @Schema(implementation = PromotionView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<RestResponse<PromotionView>> get(@PathParam("code") String code) {
        return promotions.one(code).map(PromotionResource::tagged);
    }

    @PUT
    @Path("/{code}")
    @Operation(
            operationId = "putPromotion",
            summary = "Change a promotion",
            description =
                    "Orders that have it keep it. A usageLimit below used stops it; active false ends"
                            + " it.")
    @APIResponse(
            responseCode = "200",
            description = "The promotion",
            headers = @Header(name = "ETag", description = "Its version"),
            content = @Content(schema = @Schema(implementation = PromotionView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "412", description = "precondition-failed")
    @APIResponse(responseCode = "428", description = "precondition-required")
    public Uni<RestResponse<PromotionView>> put(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PromotionRequest request) {
        return promotions
                .change(code, ETags.required(ifMatch), request)
                .map(PromotionResource::tagged);
    }

    private static RestResponse<PromotionView> tagged(PromotionView promotion) {
        return RestResponse.ResponseBuilder.ok(promotion)
                .header(HttpHeaders.ETAG, ETags.of(promotion.version()))
                .build();
    }
}
