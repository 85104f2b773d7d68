package io.swiftcart.order.neighbours;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.correlation.OutgoingCorrelation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Inventory's commands over HTTP. Answers of any status come back as they are; what they mean is
 * read by {@link Stock}.
 */
@RegisterRestClient(configKey = "inventory")
@RegisterProvider(OutgoingCorrelation.class)
@OidcClientFilter
@Path("/")
interface StockClient {

    record Reserve(UUID orderId, List<Line> items, int ttlSeconds) {}

    record Line(String sku, int qty) {}

    record Restock(UUID restockId, List<Line> items) {}

    @POST
    @Path("/api/v1/inventory/reservations")
    Uni<Response> reserve(Reserve command);

    @POST
    @Path("/api/v1/inventory/reservations/{orderId}/release")
    Uni<Response> release(@PathParam("orderId") UUID orderId);

    @GET
    @Path("/internal/inventory/reservations")
    Uni<Response> reservations(@QueryParam("after") UUID after, @QueryParam("limit") int limit);

    @POST
    @Path("/internal/inventory/orders/{orderId}/restock")
    Uni<Response> restock(@PathParam("orderId") UUID orderId, Restock command);
}
