package io.swiftcart.payment.refunding;

import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.Attempt;
import io.swiftcart.payment.domain.OrderId;
import io.swiftcart.payment.settling.PaymentAnswer;
import io.swiftcart.payment.settling.TakeStep.Taken;
import io.swiftcart.platform.id.Ids;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Refunds an order; for the order service alone, never routed by the gateway. Idempotent by refund
 * id: 202 means ask again with the same request.
 */
@Path("/internal/payments/orders/{orderId}/refund")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Internal")
class OrderRefundResource {

    private final RefundOrder refundOrder;

    OrderRefundResource(RefundOrder refundOrder) {
        this.refundOrder = refundOrder;
    }

    @POST
    @RolesAllowed("payments:settle")
    @Operation(
            operationId = "refundOrder",
            summary = "Give back money of an order, once for each refund id")
    @APIResponseSchema(
            value = OrderRefundView.class,
            responseCode = "200",
            responseDescription = "SUCCEEDED, or FAILED when the provider refused it for good")
    @APIResponse(
            responseCode = "202",
            description = "PENDING, the provider has not answered yet: repeat the request")
    @APIResponse(responseCode = "404", description = "not-found: the order has no payment")
    @APIResponse(
            responseCode = "409",
            description =
                    "refund-exceeds-captured; payment-unresolved while another step is under way")
    @APIResponse(
            responseCode = "422",
            description = "idempotency-key-reused: the refund id stands for another refund")
    @APIResponse(
            responseCode = "503",
            description = "payment-unavailable: nothing was sent to the provider")
    public Uni<RestResponse<OrderRefundView>> refund(
            @RestPath String orderId, @NotNull @Valid OrderRefundRequest request) {
        return refundOrder
                .with(new OrderId(Ids.parse(orderId)), request)
                .map(OrderRefundResource::answer);
    }

    private static RestResponse<OrderRefundView> answer(Taken taken) {
        Attempt refund = taken.attempt().orElseThrow();
        return switch (refund.status()) {
            case STARTED, ASKED_AGAIN, UNKNOWN ->
                    PaymentAnswer.accepted(view(taken, refund, OrderRefundView.Status.PENDING));
            case SUCCEEDED ->
                    RestResponse.ok(view(taken, refund, OrderRefundView.Status.SUCCEEDED));
            case FAILED -> RestResponse.ok(view(taken, refund, OrderRefundView.Status.FAILED));
            case NOT_SENT -> throw PaymentAnswer.unavailable();
        };
    }

    private static OrderRefundView view(
            Taken taken, Attempt refund, OrderRefundView.Status status) {
        return OrderRefundView.of(taken.payment(), refund, status);
    }
}
