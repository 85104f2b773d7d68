package io.swiftcart.order.refunding;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;
import java.util.UUID;

/**
 * What order reads of a fact on {@code payments.refunded.v1} (key order id, at least once).
 *
 * @param eventId of the one refund; seen again, it changes nothing
 */
@RegisterForReflection(registerFullHierarchy = true)
record PaymentRefunded(UUID eventId, Payment payment, Refund refund) {

    PaymentRefunded {
        Objects.requireNonNull(eventId);
        Objects.requireNonNull(payment);
        Objects.requireNonNull(refund);
    }

    /** The payment, by its order. */
    record Payment(UUID orderId) {
        Payment {
            Objects.requireNonNull(orderId);
        }
    }

    /** What went back this time, in the minor unit of the order's currency. */
    record Refund(UUID refundId, long amount) {
        Refund {
            Objects.requireNonNull(refundId);
        }
    }
}
