package io.swiftcart.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many facts each channel of this replica has still to work off, by what the broker knows: the
 * client's own figure stands still while its consumer waits. A broker that cannot be asked leaves
 * the figures as they were.
 */
@ApplicationScoped
class LagGauges {
    private final MultiGauge gauge;
    private final Map<String, Map<String, Long>> byChannel = new TreeMap<>();

    LagGauges(MeterRegistry meters) {
        this.gauge =
                MultiGauge.builder("swiftcart.consumer.lag")
                        .description("Facts that are not acknowledged yet")
                        .register(meters);
    }

    /** {@code facts} by topic: of what a channel no longer reads, nothing is shown. */
    synchronized void show(String channel, Map<String, Long> facts) {
        byChannel.put(channel, facts);
        gauge.register(rows(), true);
    }

    private List<MultiGauge.Row<?>> rows() {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        byChannel.forEach(
                (channel, lag) ->
                        lag.forEach(
                                (topic, facts) ->
                                        rows.add(
                                                MultiGauge.Row.of(
                                                        Tags.of("channel", channel, "topic", topic),
                                                        facts))));
        return rows;
    }
}
