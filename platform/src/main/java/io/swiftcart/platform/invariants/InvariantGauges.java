package io.swiftcart.platform.invariants;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many violations the last look has found, for each rule. */
@ApplicationScoped
class InvariantGauges {
    private final Map<String, AtomicInteger> violations = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    InvariantGauges(MeterRegistry meters) {
        this.meters = meters;
    }

    void note(String id, Finding found) {
        violations.computeIfAbsent(id, this::register).set(found.violations().size());
    }

    private AtomicInteger register(String id) {
        AtomicInteger last = new AtomicInteger();
        Gauge.builder("swiftcart.invariant.violations", last, AtomicInteger::get)
                .description("Violations that the last look has found")
                .tag("invariant", id)
                .register(meters);
        return last;
    }
}
