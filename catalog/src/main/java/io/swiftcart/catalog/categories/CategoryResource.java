package io.swiftcart.catalog.categories;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.http.ETags;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.page.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
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

/** Categories over HTTP: everybody reads, managers and machine clients of the catalogue write. */
@Path(CategoryResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Categories")
class CategoryResource {
    static final String PATH = "/api/v1/categories";

    private final CategoryQuery query;
    private final AddCategory addCategory;
    private final ChangeCategory changeCategory;
    private final RemoveCategory removeCategory;

    CategoryResource(
            CategoryQuery query,
            AddCategory addCategory,
            ChangeCategory changeCategory,
            RemoveCategory removeCategory) {
        this.query = query;
        this.addCategory = addCategory;
        this.changeCategory = changeCategory;
        this.removeCategory = removeCategory;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listCategories",
            summary = "The whole tree, roots first; always one page")
    public Uni<Page<CategoryNode>> tree() {
        return query.tree();
    }

    @POST
    @RolesAllowed({"manager", "admin", "catalog:write"})
    @Operation(operationId = "addCategory", summary = "Add a category")
    @APIResponseSchema(
            value = CategoryView.class,
            responseCode = "201",
            responseDescription = "Added; Location and ETag are in the headers")
    @APIResponse(responseCode = "409", description = "slug-taken, category-too-deep")
    @APIResponse(responseCode = "422", description = "unknown-category: the parent")
    public Uni<RestResponse<CategoryView>> add(@NotNull @Valid CategoryRequest request) {
        return addCategory.with(request).map(CategoryResource::created);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "readCategory", summary = "One category")
    @APIResponseSchema(
            value = CategoryView.class,
            responseCode = "200",
            responseDescription = "ETag is in the headers")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<RestResponse<CategoryView>> read(
            @RestPath String id, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return query.byId(Ids.parse(id)).map(category -> current(category, known));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({"manager", "admin", "catalog:write"})
    @Operation(operationId = "changeCategory", summary = "Replace a category, or move it")
    @APIResponseSchema(
            value = CategoryView.class,
            responseCode = "200",
            responseDescription = "ETag is in the headers")
    @APIResponse(
            responseCode = "409",
            description = "slug-taken, category-cycle, category-too-deep")
    @APIResponse(
            responseCode = "412",
            description = "precondition-failed: it has changed since it was read")
    @APIResponse(responseCode = "422", description = "unknown-category: the parent")
    @APIResponse(responseCode = "428", description = "precondition-required: If-Match is missing")
    public Uni<RestResponse<CategoryView>> change(
            @RestPath String id,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String basis,
            @NotNull @Valid CategoryRequest request) {
        return changeCategory
                .with(Ids.parse(id), ETags.required(basis), request)
                .map(category -> tagged(ResponseBuilder.ok(category), category));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({"manager", "admin", "catalog:write"})
    @ResponseStatus(204)
    @Operation(operationId = "removeCategory", summary = "Remove a category on which nothing hangs")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "409", description = "category-in-use")
    public Uni<Void> remove(@RestPath String id) {
        return removeCategory.with(Ids.parse(id));
    }

    private static RestResponse<CategoryView> created(CategoryView category) {
        // As text: a URI would be made absolute with this service's own address, which no caller
        // can reach.
        String location = PATH + "/" + category.id();
        return tagged(
                ResponseBuilder.create(RestResponse.Status.CREATED, category)
                        .header(HttpHeaders.LOCATION, location),
                category);
    }

    private static RestResponse<CategoryView> current(
            CategoryView category, @Nullable String known) {
        return ETags.matches(known, category.version())
                ? tagged(ResponseBuilder.notModified(), category)
                : tagged(ResponseBuilder.ok(category), category);
    }

    private static RestResponse<CategoryView> tagged(
            ResponseBuilder<CategoryView> response, CategoryView category) {
        return response.header(HttpHeaders.ETAG, ETags.of(category.version())).build();
    }
}
