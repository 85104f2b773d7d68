package io.swiftcart.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many facts of each topic this replica has still to work off, by what the broker knows: the
 * client's own figure stands still while its consumer waits. A broker that cannot be asked leaves
 * the figures as they were.
 */
@ApplicationScoped
class LagGauges {
    private final MultiGauge gauge;
    private final Map<String, Long> lag = new TreeMap<>();

    LagGauges(MeterRegistry meters) {
        this.gauge =
                MultiGauge.builder("swiftcart.consumer.lag")
                        .description("Facts that are not acknowledged yet")
                        .register(meters);
    }

    /** {@code facts} by topic; of the topics that are not named the figures stay. */
    synchronized void show(Map<String, Long> facts) {
        lag.putAll(facts);
        gauge.register(
                lag.entrySet().stream()
                        .map(
                                entry ->
                                        MultiGauge.Row.of(
                                                Tags.of("topic", entry.getKey()), entry.getValue()))
                        .toList(),
                true);
    }
}
