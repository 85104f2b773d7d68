package io.swiftcart.order.waking;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;
import java.util.UUID;

/**
 * What order reads of a fact on {@code payments.succeeded.v1} or {@code payments.failed.v1} (key
 * order id, at least once): of which order the payment is known now. What it came to is asked for.
 */
@RegisterForReflection(registerFullHierarchy = true)
record PaymentSettled(Payment payment) {

    PaymentSettled {
        Objects.requireNonNull(payment);
    }

    /** The payment, by its order. */
    record Payment(UUID orderId) {
        Payment {
            Objects.requireNonNull(orderId);
        }
    }
}
