package io.swiftcart.payment.settling;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swiftcart.payment.domain.Attempt;
import io.swiftcart.payment.domain.Operation;
import io.swiftcart.payment.domain.Payment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** JSON of a payment. Amounts in the currency's minor unit; the card's token is not shown. */
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
        Payment.Status status,
        @Nullable String failureReason,
        List<AttemptView> attempts,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** JSON of a step that the provider was asked for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AttemptView(
            UUID attemptId,
            Operation operation,
            long amount,
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
