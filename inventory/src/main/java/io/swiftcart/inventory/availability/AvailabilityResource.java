package io.swiftcart.inventory.availability;

import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.domain.Sku;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Availability over HTTP, for everybody. */
@Path("/api/v1/inventory/availability")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Availability")
class AvailabilityResource {
    private static final int SKUS_MAX = 100;

    private final ReadAvailability readAvailability;

    AvailabilityResource(ReadAvailability readAvailability) {
        this.readAvailability = readAvailability;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "readAvailability",
            summary = "What can be had of up to 100 SKUs; may be seconds old")
    public Uni<AvailabilityView> read(
            @RestQuery @Size(min = 1, max = SKUS_MAX)
                    List<@Pattern(regexp = Sku.PATTERN) String> sku) {
        return readAvailability.of(new LinkedHashSet<>(sku));
    }
}
