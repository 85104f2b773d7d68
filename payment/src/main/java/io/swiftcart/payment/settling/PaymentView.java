package io.swiftcart.payment.settling;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swiftcart.payment.domain.Attempt;
import io.swiftcart.payment.domain.Operation;
import io.swiftcart.payment.domain.Payment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** JSON of a payment. Amounts in the currency's minor unit; the card's token is not shown. */
@Schema(
        name = "Payment",
        description = "Amounts are in the currency's minor unit.",
        requiredProperties = {
            "paymentId",
            "orderId",
            "amount",
            "capturedAmount",
            "refundedAmount",
            "currency",
            "provider",
            "status",
            "attempts",
            "version",
            "createdAt",
            "updatedAt"
        })
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentView(
        UUID paymentId,
        UUID orderId,
        long amount,
        long capturedAmount,
        long refundedAmount,
        String currency,
        String provider,
        @Nullable String providerPaymentId,
        @Schema(
                        implementation = String.class,
                        enumeration = {
                            "PENDING",
                            "PROCESSING",
                            "UNKNOWN",
                            "AUTHORIZED",
                            "SUCCEEDED",
                            "FAILED",
                            "VOIDED",
                            "PARTIALLY_REFUNDED",
                            "REFUNDED"
                        })
                Payment.Status status,
        @Nullable String failureReason,
        List<AttemptView> attempts,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** JSON of a step that the provider was asked for. */
    @Schema(
            name = "Attempt",
            description = "A step that the provider was or may have been asked for.",
            requiredProperties = {"attemptId", "operation", "amount", "status", "startedAt"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AttemptView(
            UUID attemptId,
            @Schema(
                            implementation = String.class,
                            enumeration = {"AUTHORIZE", "CAPTURE", "VOID", "REFUND"})
                    Operation operation,
            long amount,
            @Schema(
                            implementation = String.class,
                            enumeration = {
                                "STARTED",
                                "ASKED_AGAIN",
                                "UNKNOWN",
                                "SUCCEEDED",
                                "FAILED",
                                "NOT_SENT"
                            })
                    Attempt.Status status,
            @Nullable String failureReason,
            Instant startedAt,
            @Nullable Instant finishedAt) {

        static AttemptView of(Attempt attempt) {
            return new AttemptView(
                    attempt.id().value(),
                    attempt.operation(),
                    attempt.amountMinorUnits(),
                    attempt.status(),
                    attempt.failureReason(),
                    attempt.startedAt(),
                    attempt.finishedAt());
        }
    }

    public static PaymentView of(Payment payment) {
        return new PaymentView(
                payment.id().value(),
                payment.orderId().value(),
                payment.terms().amount().minorUnits(),
                payment.captured(),
                payment.refunded(),
                payment.terms().amount().currency().getCurrencyCode(),
                payment.provider(),
                payment.providerPaymentId(),
                payment.status(),
                payment.failureReason(),
                payment.attempts().stream().map(AttemptView::of).toList(),
                payment.version(),
                payment.createdAt(),
                payment.updatedAt());
    }
}
