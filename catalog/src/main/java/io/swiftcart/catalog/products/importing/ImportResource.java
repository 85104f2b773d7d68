package io.swiftcart.catalog.products.importing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.identity.CallerIdentity;
import io.swiftcart.platform.page.Limit;
import io.swiftcart.platform.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Imports over HTTP. */
@Path(ImportResource.PRODUCTS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Products")
class ImportResource {
    static final String PRODUCTS = "/api/v1/products";

    private final CallerIdentity callerIdentity;
    private final TakeImport takeImport;
    private final ImportQuery query;

    ImportResource(CallerIdentity callerIdentity, TakeImport takeImport, ImportQuery query) {
        this.callerIdentity = callerIdentity;
        this.takeImport = takeImport;
        this.query = query;
    }

    @POST
    @Path("import")
    @Consumes("application/x-ndjson")
    @RolesAllowed({"manager", "admin", "catalog:write"})
    @Operation(
            operationId = "importProducts",
            summary = "Add products, or replace those whose SKU is known, one JSON on each line",
            description =
                    "At most 1 MiB, as any body: a longer file is sent in parts, each an import of"
                            + " its own.")
    @APIResponseSchema(
            value = ImportView.class,
            responseCode = "202",
            responseDescription = "Taken in; Location is in the headers")
    public Uni<RestResponse<ImportView>> take(byte[] ndjson) {
        return takeImport.of(ndjson, callerIdentity.current().id()).map(ImportResource::accepted);
    }

    @GET
    @Path("imports/{jobId}")
    @RolesAllowed({"manager", "admin", "catalog:write"})
    @Operation(operationId = "readImport", summary = "How far an import has come")
    @APIResponse(responseCode = "200", description = "The job")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<ImportView> read(@RestPath String jobId) {
        return query.job(Ids.parse(jobId));
    }

    @GET
    @Path("imports/{jobId}/errors")
    @RolesAllowed({"manager", "admin", "catalog:write"})
    @Operation(operationId = "listImportErrors", summary = "Rows that were not taken over, by line")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<Page<ImportErrorView>> errors(
            @RestPath String jobId,
            @RestQuery("limit") @Parameter(description = "1 to 200, default 50")
                    @Nullable String limit,
            @RestQuery("cursor") @Parameter(description = "nextCursor of the page before")
                    @Nullable String cursor) {
        return query.errors(Ids.parse(jobId), Limit.of(limit), cursor);
    }

    private static RestResponse<ImportView> accepted(ImportView job) {
        return ResponseBuilder.create(RestResponse.Status.ACCEPTED, job)
                .header(HttpHeaders.LOCATION, PRODUCTS + "/imports/" + job.jobId())
                .build();
    }
}
