package io.swiftcart.payment.history;

import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.OrderId;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.settling.PaymentAnswer;
import io.swiftcart.payment.settling.PaymentView;
import io.swiftcart.payment.settling.Reader;
import io.swiftcart.platform.http.ETags;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.identity.CallerIdentity;
import io.swiftcart.platform.page.Limit;
import io.swiftcart.platform.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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

/** Shows payments to managers, and to machine clients those that they asked for. */
@Path(PaymentAnswer.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"manager", "admin", "payments:read"})
@Tag(name = "Payments")
class PaymentHistoryResource {

    private final PaymentQuery query;
    private final CallerIdentity identity;

    PaymentHistoryResource(PaymentQuery query, CallerIdentity identity) {
        this.query = query;
        this.identity = identity;
    }

    @GET
    @Operation(operationId = "listPayments", summary = "Payments, newest first")
    public Uni<Page<PaymentView>> list(
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {
        return query.page(reader(), status, cursor, Limit.of(limit));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "readPayment", summary = "One payment")
    @APIResponseSchema(
            value = PaymentView.class,
            responseCode = "200",
            responseDescription = "ETag is in the headers")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<RestResponse<PaymentView>> read(
            @RestPath String id, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return query.byId(reader(), new Payment.Id(Ids.parse(id)))
                .map(payment -> current(payment, known));
    }

    @GET
    @Path("order/{orderId}")
    @Operation(operationId = "readPaymentOfOrder", summary = "The payment of an order")
    @APIResponseSchema(
            value = PaymentView.class,
            responseCode = "200",
            responseDescription = "ETag is in the headers")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<RestResponse<PaymentView>> readOfOrder(
            @RestPath String orderId,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return query.byOrder(reader(), new OrderId(Ids.parse(orderId)))
                .map(payment -> current(payment, known));
    }

    private Reader reader() {
        return Reader.of(identity.current());
    }

    private static RestResponse<PaymentView> current(Payment payment, @Nullable String known) {
        return ETags.matches(known, payment.version())
                ? ResponseBuilder.<PaymentView>notModified()
                        .header(HttpHeaders.ETAG, ETags.of(payment.version()))
                        .build()
                : PaymentAnswer.ok(payment);
    }
}
