package io.swiftcart.catalog.products.exporting;

import io.smallrye.mutiny.Multi;
import io.swiftcart.catalog.products.ProductRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The whole catalogue over HTTP. */
@Path("/api/v1/products/export")
@Tag(name = "Products")
class ExportResource {
    private final ExportProducts exportProducts;

    ExportResource(ExportProducts exportProducts) {
        this.exportProducts = exportProducts;
    }

    @GET
    @Produces("application/x-ndjson")
    @RolesAllowed({"manager", "admin", "catalog:write"})
    @Operation(
            operationId = "exportProducts",
            summary = "All products, one JSON on each line, as an import takes them")
    public Multi<ProductRequest> all() {
        return exportProducts.all();
    }
}
