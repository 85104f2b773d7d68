package io.swiftcart.catalog.products.exporting;

import io.smallrye.mutiny.Multi;
import io.swiftcart.catalog.products.ProductRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The whole catalogue over HTTP. */
@Path("/api/v1/products/export")
@Tag(name = "Products")
class ExportResource {
    private static final String NDJSON = "application/x-ndjson";

    private final ExportProducts exportProducts;

    ExportResource(ExportProducts exportProducts) {
        this.exportProducts = exportProducts;
    }

    @GET
    @Produces(NDJSON)
    @RolesAllowed({"manager", "admin", "catalog:write"})
    @Operation(
            operationId = "exportProducts",
            summary = "All products, one JSON on each line, as an import takes them")
    @APIResponse(
            responseCode = "200",
            description = "One on each line, withdrawn ones too; broken off if it cannot be ended",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(implementation = ProductRequest.class)))
    public Multi<byte[]> all() {
        return exportProducts.all();
    }
}
