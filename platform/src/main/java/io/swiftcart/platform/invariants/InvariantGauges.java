package io.swiftcart.platform.invariants;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many violations were found, for each rule. What a look at all has found stands until the next
 * look at all: one that leaves out what is old would take it back unseen. NaN while a rule cannot
 * be looked at, so that nobody takes an old figure for a new one.
 */
@ApplicationScoped
class InvariantGauges {
    private final Map<String, Found> found = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    /** What the last look has found, and the last look at all. */
    private static final class Found {
        private volatile double last = Double.NaN;
        private volatile double all;

        double worse() {
            return Math.max(last, all);
        }
    }

    InvariantGauges(MeterRegistry meters) {
        this.meters = meters;
    }

    void noteAll(String id, Finding finding) {
        of(id).all = finding.violations().size();
        noteLately(id, finding);
    }

    void noteLately(String id, Finding finding) {
        of(id).last = finding.violations().size();
    }

    /** The rule could not be looked at. */
    void forget(String id) {
        of(id).last = Double.NaN;
    }

    private Found of(String id) {
        return found.computeIfAbsent(id, this::register);
    }

    private Found register(String id) {
        Found none = new Found();
        Gauge.builder("swiftcart.invariant.violations", none, Found::worse)
                .description("Violations that the last looks have found")
                .tag("invariant", id)
                .register(meters);
        return none;
    }
}
