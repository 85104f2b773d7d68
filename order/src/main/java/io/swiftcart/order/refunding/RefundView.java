package io.swiftcart.order.refunding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.swiftcart.order.domain.Refund;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A refund as callers see it. The amount is in the minor unit of {@code currency}. */
@Schema(
        name = "Refund",
        requiredProperties = {
            "refundId",
            "orderId",
            "amount",
            "currency",
            "status",
            "reason",
            "createdAt"
        })
@RegisterForReflection(registerFullHierarchy = true)
record RefundView(
        UUID refundId,
        UUID orderId,
        long amount,
        String currency,
        @Schema(enumeration = {"PENDING", "SUCCEEDED", "FAILED"}) String status,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String failureReason,
        Instant createdAt) {

    static RefundView from(Refund refund) {
        return new RefundView(
                refund.id(),
                refund.order().value(),
                refund.amount().minorUnits(),
                refund.amount().currency().getCurrencyCode(),
                refund.status().name(),
                refund.reason(),
                refund.failureReason(),
                refund.createdAt());
    }
}
