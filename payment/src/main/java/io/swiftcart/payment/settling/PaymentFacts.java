package io.swiftcart.payment.settling;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.swiftcart.payment.domain.Change;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.domain.PaymentFact;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.outbox.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The facts of {@code payments.*} as they stand in {@code contracts/events}; key and subject are
 * the order id.
 */
final class PaymentFacts {

    private record Kind(String topic, String eventType) {}

    /** Value of every {@code payments.*} topic. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection(registerFullHierarchy = true)
    record PaymentChanged(
            UUID eventId,
            String eventType,
            Instant occurredAt,
            Body payment,
            @Nullable RefundBody refund) {}

    /** The payment after the change; amounts in minor units. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(
            UUID paymentId,
            UUID orderId,
            int version,
            String status,
            long amount,
            long capturedAmount,
            long refundedAmount,
            String currency,
            String provider,
            @Nullable String providerPaymentId,
            @Nullable String failureReason) {

        static Body of(Payment payment) {
            return new Body(
                    payment.id().value(),
                    payment.orderId().value(),
                    Math.toIntExact(payment.version()),
                    payment.status().name(),
                    payment.terms().amount().minorUnits(),
                    payment.captured(),
                    payment.refunded(),
                    payment.terms().amount().currency().getCurrencyCode(),
                    payment.provider(),
                    payment.providerPaymentId(),
                    payment.failureReason());
        }
    }

    /** What this refund gave back. */
    record RefundBody(UUID refundId, long amount) {}

    private PaymentFacts() {}

    static List<Fact> of(Change change) {
        return change.facts().stream().map(fact -> fact(change.payment(), fact)).toList();
    }

    private static Fact fact(Payment payment, PaymentFact fact) {
        UUID id = Ids.next();
        Kind kind = kind(fact);
        String order = payment.orderId().toString();
        PaymentChanged value =
                new PaymentChanged(
                        id, kind.eventType(), payment.updatedAt(), Body.of(payment), refund(fact));
        return new Fact(
                id,
                kind.topic(),
                order,
                "io.swiftcart." + kind.topic(),
                order,
                payment.updatedAt(),
                value);
    }

    private static Kind kind(PaymentFact fact) {
        return switch (fact) {
            case PaymentFact.Initiated _ -> new Kind("payments.initiated.v1", "PaymentInitiated");
            case PaymentFact.Succeeded _ -> new Kind("payments.succeeded.v1", "PaymentSucceeded");
            case PaymentFact.Failed _ -> new Kind("payments.failed.v1", "PaymentFailed");
            case PaymentFact.Refunded _ -> new Kind("payments.refunded.v1", "PaymentRefunded");
        };
    }

    private static @Nullable RefundBody refund(PaymentFact fact) {
        return fact instanceof PaymentFact.Refunded(var id, var amount)
                ? new RefundBody(id, amount)
                : null;
    }
}
