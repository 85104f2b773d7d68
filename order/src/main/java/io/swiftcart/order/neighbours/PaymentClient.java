package io.swiftcart.order.neighbours;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.correlation.OutgoingCorrelation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Payment's commands over HTTP. Answers of any status come back as they are; what they mean is read
 * by {@link Payments}.
 */
@RegisterRestClient(configKey = "payment")
@RegisterProvider(OutgoingCorrelation.class)
@OidcClientFilter
@Path("/")
interface PaymentClient {

    record Charge(UUID orderId, long amount, String currency, String paymentMethod) {}

    record Void(String reason) {}

    record Refund(UUID refundId, long amount, String reason) {}

    @POST
    @Path("/api/v1/payments")
    Uni<Response> charge(@HeaderParam("Idempotency-Key") UUID key, Charge command);

    @POST
    @Path("/internal/payments/orders/{orderId}/void")
    Uni<Response> undo(@PathParam("orderId") UUID orderId, Void command);

    @GET
    @Path("/internal/payments/by-order")
    Uni<Response> balances(@QueryParam("after") UUID after, @QueryParam("limit") int limit);

    @POST
    @Path("/internal/payments/orders/{orderId}/refund")
    Uni<Response> refund(@PathParam("orderId") UUID orderId, Refund command);
}
