package io.swiftcart.payment.voiding;

import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.OrderId;
import io.swiftcart.payment.domain.OrderPayment;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.settling.PaymentAnswer;
import io.swiftcart.payment.settling.PaymentView;
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
 * Undoes the payment of an order; for the order service alone, never routed by the gateway.
 * Idempotent by order.
 */
@Path("/internal/payments/orders/{orderId}/void")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Internal")
class OrderVoidResource {

    private final UndoOrder undoOrder;

    OrderVoidResource(UndoOrder undoOrder) {
        this.undoOrder = undoOrder;
    }

    @POST
    @RolesAllowed("payments:settle")
    @Operation(
            operationId = "undoOrderPayment",
            summary = "Undo whatever the payment of an order has come to")
    @APIResponseSchema(
            value = PaymentView.class,
            responseCode = "200",
            responseDescription =
                    "No money is held; only orderId and status when no payment was ever asked for")
    @APIResponse(
            responseCode = "202",
            description = "Marked as undone, but money may still be held: ask again")
    public Uni<RestResponse<?>> undo(
            @RestPath String orderId, @NotNull @Valid VoidRequest request) {
        return undoOrder
                .with(new OrderId(Ids.parse(orderId)), request.reason())
                .map(OrderVoidResource::answer);
    }

    private static RestResponse<?> answer(OrderPayment left) {
        return switch (left) {
            case Payment payment ->
                    mayHoldMoney(payment)
                            ? PaymentAnswer.accepted(payment)
                            : PaymentAnswer.ok(payment);
            case OrderPayment.Closed(var orderId) -> RestResponse.ok(ClosedOrderView.of(orderId));
            case OrderPayment.None _ ->
                    throw new IllegalStateException("An undone order leaves a tombstone");
        };
    }

    private static boolean mayHoldMoney(Payment payment) {
        return switch (payment.status()) {
            case PENDING, PROCESSING, UNKNOWN, AUTHORIZED, SUCCEEDED, PARTIALLY_REFUNDED -> true;
            case FAILED, VOIDED, REFUNDED -> false;
        };
    }
}
