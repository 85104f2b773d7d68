package io.swiftcart.order.checkout;

import io.micrometer.core.instrument.MeterRegistry;
import io.swiftcart.order.domain.Order;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;

/** How orders end, and how long that takes. */
@ApplicationScoped
class CheckoutMeters {
    private static final String NONE = "none";

    private final MeterRegistry meters;

    CheckoutMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Counts an order that has come to its end, once its transaction is committed. */
    void ended(Order order) {
        String outcome = order.status().name().toLowerCase(Locale.ROOT);
        String reason = order.failureReason() == null ? NONE : order.failureReason();
        meters.counter("swiftcart.orders.ended", "outcome", outcome, "reason", reason).increment();
        meters.timer("swiftcart.checkout", "outcome", outcome)
                .record(Duration.between(order.createdAt(), order.updatedAt()));
    }
}
