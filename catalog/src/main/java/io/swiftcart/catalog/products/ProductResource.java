package io.swiftcart.catalog.products;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.pages.ReadPages;
import io.swiftcart.catalog.pages.StoredPage;
import io.swiftcart.catalog.reading.ProductFilter;
import io.swiftcart.catalog.reading.ProductTag;
import io.swiftcart.catalog.reading.ProductView;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.identity.Caller;
import io.swiftcart.platform.identity.CallerIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Products over HTTP: everybody reads what is sold; managers and machine clients of the catalogue
 * read all and write.
 */
@Path(ProductResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Products")
class ProductResource {
    static final String PATH = "/api/v1/products";

    private final CallerIdentity callerIdentity;
    private final ReadPages readPages;
    private final AddProduct addProduct;
    private final ChangeProduct changeProduct;
    private final WithdrawProduct withdrawProduct;

    ProductResource(
            CallerIdentity callerIdentity,
            ReadPages readPages,
            AddProduct addProduct,
            ChangeProduct changeProduct,
            WithdrawProduct withdrawProduct) {
        this.callerIdentity = callerIdentity;
        this.readPages = readPages;
        this.addProduct = addProduct;
        this.changeProduct = changeProduct;
        this.withdrawProduct = withdrawProduct;
    }

    /** A page of the list, as the contract names it; it is sent from bytes. */
    @Schema(name = "PageProductView")
    record ProductPage(
            List<ProductView> items, @Schema(nullable = true) @Nullable String nextCursor) {}

    @GET
    @PermitAll
    @Operation(operationId = "listProducts", summary = "Products, page by page")
    @APIResponse(
            responseCode = "200",
            description = "ETag is in the headers",
            content = @Content(schema = @Schema(implementation = ProductPage.class)))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
    public Uni<RestResponse<byte[]>> list(
            @BeanParam ProductFilter filter,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return readPages.list(filter, seesWithdrawn()).map(page -> current(page, known));
    }

    @POST
    @RolesAllowed({"manager", "admin", "catalog:write"})
    @Operation(operationId = "addProduct", summary = "Add a product")
    @APIResponseSchema(
            value = ProductView.class,
            responseCode = "201",
            responseDescription = "Added; Location and ETag are in the headers")
    @APIResponse(responseCode = "409", description = "sku-taken")
    @APIResponse(responseCode = "422", description = "unknown-category")
    public Uni<RestResponse<ProductView>> add(@NotNull @Valid ProductRequest request) {
        return addProduct.with(request).map(ProductResource::created);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "readProduct", summary = "One product")
    @APIResponseSchema(
            value = ProductView.class,
            responseCode = "200",
            responseDescription = "ETag is in the headers")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<RestResponse<byte[]>> read(
            @RestPath String id, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return readPages.byId(Ids.parse(id), seesWithdrawn()).map(page -> current(page, known));
    }

    @GET
    @Path("by-sku/{sku}")
    @PermitAll
    @Operation(operationId = "readProductBySku", summary = "One product by its SKU")
    @APIResponseSchema(
            value = ProductView.class,
            responseCode = "200",
            responseDescription = "ETag is in the headers")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<RestResponse<byte[]>> readBySku(
            @RestPath String sku, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return readPages.bySku(sku, seesWithdrawn()).map(page -> current(page, known));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({"manager", "admin", "catalog:write"})
    @Operation(
            operationId = "changeProduct",
            summary = "Replace a product; active: true puts it back on sale")
    @APIResponseSchema(
            value = ProductView.class,
            responseCode = "200",
            responseDescription = "ETag is in the headers")
    @APIResponse(
            responseCode = "412",
            description = "precondition-failed: it has changed since it was read")
    @APIResponse(responseCode = "422", description = "unknown-category")
    @APIResponse(responseCode = "428", description = "precondition-required: If-Match is missing")
    public Uni<RestResponse<ProductView>> change(
            @RestPath String id,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String basis,
            @NotNull @Valid ProductRequest request) {
        return changeProduct
                .with(Ids.parse(id), ProductTag.required(basis), request)
                .map(product -> tagged(ResponseBuilder.ok(product), product));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({"manager", "admin", "catalog:write"})
    @ResponseStatus(204)
    @Operation(
            operationId = "withdrawProduct",
            summary = "Take a product out of sale; its SKU stays taken")
    @APIResponse(responseCode = "204", description = "Withdrawn, now or before")
    public Uni<Void> withdraw(@RestPath String id) {
        return withdrawProduct.with(Ids.parse(id));
    }

    private boolean seesWithdrawn() {
        Caller caller = callerIdentity.current();
        return caller.manager() || caller.is("catalog:write");
    }

    private static RestResponse<ProductView> created(ProductView product) {
        // As text: a URI would be made absolute with this service's own address, which no caller
        // can reach.
        String location = PATH + "/" + product.id();
        return tagged(
                ResponseBuilder.create(RestResponse.Status.CREATED, product)
                        .header(HttpHeaders.LOCATION, location),
                product);
    }

    private static RestResponse<byte[]> current(StoredPage page, @Nullable String known) {
        ResponseBuilder<byte[]> answer =
                page.isIn(known)
                        ? ResponseBuilder.notModified()
                        : ResponseBuilder.ok(page.json(), MediaType.APPLICATION_JSON);
        return answer.header(HttpHeaders.ETAG, page.tag()).build();
    }

    private static RestResponse<ProductView> tagged(
            ResponseBuilder<ProductView> response, ProductView product) {
        return response.header(HttpHeaders.ETAG, product.tag().text()).build();
    }
}
