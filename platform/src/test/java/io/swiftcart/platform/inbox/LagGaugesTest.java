package io.swiftcart.platform.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LagGaugesTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LagGauges gauges = new LagGauges(meters);

    @Test
    void two_channels_that_read_the_same_topic_are_told_apart() {
        gauges.show("stock", Map.of("stock.v1", 50_000L));
        gauges.show("pages", Map.of("stock.v1", 0L));

        assertEquals(Map.of("stock stock.v1", 50_000.0, "pages stock.v1", 0.0), shown());
    }

    @Test
    void what_a_channel_no_longer_reads_is_not_shown() {
        gauges.show("orders", Map.of("confirmed.v1", 12_000L, "failed.v1", 3L));
        gauges.show("orders", Map.of("failed.v1", 2L));

        assertEquals(Map.of("orders failed.v1", 2.0), shown());
    }

    private Map<String, Double> shown() {
        Map<String, Double> shown = new TreeMap<>();
        meters.find("swiftcart.consumer.lag")
                .gauges()
                .forEach(
                        gauge ->
                                shown.put(
                                        gauge.getId().getTag("channel")
                                                + " "
                                                + gauge.getId().getTag("topic"),
                                        gauge.value()));
        return shown;
    }
}
