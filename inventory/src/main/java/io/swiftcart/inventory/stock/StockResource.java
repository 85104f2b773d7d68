package io.swiftcart.inventory.stock;

import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.domain.Sku;
import io.swiftcart.inventory.domain.StockLevel;
import io.swiftcart.platform.http.ETags;
import io.swiftcart.platform.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
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
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Stock over HTTP, for managers and for machine clients of the inventory. */
@Path(StockResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Stock")
class StockResource {
    static final String PATH = "/api/v1/inventory";

    private final StockQuery query;
    private final AddStock addStock;
    private final AdjustStock adjustStock;

    StockResource(StockQuery query, AddStock addStock, AdjustStock adjustStock) {
        this.query = query;
        this.addStock = addStock;
        this.adjustStock = adjustStock;
    }

    @POST
    @RolesAllowed({"manager", "admin", "inventory:write"})
    @Operation(operationId = "addStock", summary = "Make the stock of a SKU")
    @APIResponseSchema(
            value = StockView.class,
            responseCode = "201",
            responseDescription = "Made; Location and ETag are in the headers")
    @APIResponse(responseCode = "409", description = "stock-exists")
    public Uni<RestResponse<StockView>> add(@NotNull @Valid NewStockRequest request) {
        return addStock.with(request).map(StockResource::created);
    }

    @GET
    @RolesAllowed({"manager", "admin", "inventory:read"})
    @Operation(operationId = "listStock", summary = "All stock by SKU, page by page")
    public Uni<Page<StockView>> list(
            @RestQuery @Nullable String limit, @RestQuery @Nullable String cursor) {
        return query.list(limit, cursor);
    }

    @GET
    @Path("low-stock")
    @RolesAllowed({"manager", "admin", "inventory:read"})
    @Operation(
            operationId = "listLowStock",
            summary = "Stock with no more available than its threshold, page by page")
    public Uni<Page<StockView>> listLow(
            @RestQuery @Nullable String limit, @RestQuery @Nullable String cursor) {
        return query.listLow(limit, cursor);
    }

    @GET
    @Path("{sku}")
    @RolesAllowed({"manager", "admin", "inventory:read"})
    @Operation(operationId = "readStock", summary = "The stock of one SKU")
    @APIResponseSchema(
            value = StockView.class,
            responseCode = "200",
            responseDescription = "ETag is in the headers")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<RestResponse<StockView>> read(
            @RestPath @Pattern(regexp = Sku.PATTERN) String sku,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return query.find(sku).map(stock -> current(stock, known));
    }

    @PUT
    @Path("{sku}/stock")
    @RolesAllowed({"manager", "admin", "inventory:write"})
    @Operation(
            operationId = "adjustStock",
            summary = "Correct what is on hand, by a delta or to a count")
    @APIResponseSchema(
            value = StockView.class,
            responseCode = "200",
            responseDescription = "ETag is in the headers")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "stock-below-reserved")
    @APIResponse(
            responseCode = "412",
            description = "precondition-failed: it has changed since it was read")
    @APIResponse(responseCode = "428", description = "precondition-required: If-Match is missing")
    public Uni<RestResponse<StockView>> adjust(
            @RestPath @Pattern(regexp = Sku.PATTERN) String sku,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String basis,
            @NotNull @Valid StockChangeRequest request) {
        return adjustStock
                .with(sku, ETags.required(basis), request)
                .map(stock -> tagged(ResponseBuilder.ok(StockView.from(stock)), stock));
    }

    @GET
    @Path("{sku}/movements")
    @RolesAllowed({"manager", "admin", "inventory:read"})
    @Operation(
            operationId = "listMovements",
            summary = "Movements of one SKU, newest first, page by page")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<Page<MovementView>> movements(
            @RestPath @Pattern(regexp = Sku.PATTERN) String sku,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {
        return query.movements(sku, limit, cursor);
    }

    private static RestResponse<StockView> created(StockLevel stock) {
        // As text: a URI would be made absolute with this service's own address, which no caller
        // can reach.
        String location = PATH + "/" + stock.sku();
        return tagged(
                ResponseBuilder.create(RestResponse.Status.CREATED, StockView.from(stock))
                        .header(HttpHeaders.LOCATION, location),
                stock);
    }

    private static RestResponse<StockView> current(StockLevel stock, @Nullable String known) {
        return ETags.matches(known, stock.version())
                ? tagged(ResponseBuilder.notModified(), stock)
                : tagged(ResponseBuilder.ok(StockView.from(stock)), stock);
    }

    private static RestResponse<StockView> tagged(
            ResponseBuilder<StockView> response, StockLevel stock) {
        return response.header(HttpHeaders.ETAG, ETags.of(stock.version())).build();
    }
}
