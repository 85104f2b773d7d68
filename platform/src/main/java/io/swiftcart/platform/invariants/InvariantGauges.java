package io.swiftcart.platform.invariants;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How many violations the last look has found, for each rule; NaN while a rule cannot be looked at,
 * so that nobody takes an old figure for a new one.
 */
@ApplicationScoped
class InvariantGauges {
    private final Map<String, AtomicReference<Double>> violations = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    InvariantGauges(MeterRegistry meters) {
        this.meters = meters;
    }

    void note(String id, Finding found) {
        set(id, found.violations().size());
    }

    /** The rule could not be looked at. */
    void forget(String id) {
        set(id, Double.NaN);
    }

    private void set(String id, double count) {
        violations.computeIfAbsent(id, this::register).set(count);
    }

    private AtomicReference<Double> register(String id) {
        AtomicReference<Double> last = new AtomicReference<>(Double.NaN);
        Gauge.builder("swiftcart.invariant.violations", last, AtomicReference::get)
                .description("Violations that the last look has found")
                .tag("invariant", id)
                .register(meters);
        return last;
    }
}
