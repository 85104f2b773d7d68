package io.swiftcart.order.neighbours;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.correlation.OutgoingCorrelation;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * The cart service over HTTP. Answers of any status come back as they are; what they mean is read
 * by {@link Carts}.
 */
@RegisterRestClient(configKey = "cart")
@RegisterProvider(OutgoingCorrelation.class)
@OidcClientFilter
@Path("/internal/carts/{cartId}")
interface CartClient {

    record Hold(UUID sessionId, Instant until) {}

    @GET
    Uni<Response> read(@PathParam("cartId") String cartId);

    @POST
    @Path("/checkout")
    Uni<Response> hold(@PathParam("cartId") String cartId, Hold command);

    @DELETE
    Uni<Response> remove(@PathParam("cartId") String cartId, @QueryParam("version") long version);
}
