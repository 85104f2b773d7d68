package io.swiftcart.payment.refunding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swiftcart.payment.domain.Attempt;
import io.swiftcart.payment.domain.Payment;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** JSON of a refund of an order. Amount in the currency's minor unit. */
@Schema(
        name = "OrderRefund",
        requiredProperties = {"refundId", "orderId", "amount", "currency", "status"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderRefundView(
        UUID refundId,
        UUID orderId,
        long amount,
        String currency,
        Status status,
        @Nullable String failureReason) {

    /** Whether the money has gone back. */
    @Schema(name = "RefundStatus")
    enum Status {
        SUCCEEDED,
        /** The provider has not answered yet. */
        PENDING,
        /** The provider refused it for good: nothing was given back. */
        FAILED
    }

    static OrderRefundView of(Payment payment, Attempt refund, Status status) {
        return new OrderRefundView(
                refund.refundId(),
                payment.orderId().value(),
                refund.amountMinorUnits(),
                payment.terms().amount().currency().getCurrencyCode(),
                status,
                refund.failureReason());
    }
}
