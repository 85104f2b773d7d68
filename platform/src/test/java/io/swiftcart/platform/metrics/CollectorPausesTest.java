package io.swiftcart.platform.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CollectorPausesTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void each_collector_tells_how_often_and_how_long_it_has_paused() {
        List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
        CollectorPauses.bind(meters, collectors);
        System.gc();

        for (GarbageCollectorMXBean collector : collectors) {
            FunctionTimer pauses =
                    meters.get("jvm.gc.pause").tag("gc", collector.getName()).functionTimer();
            assertEquals(collector.getCollectionCount(), pauses.count());
            assertEquals(
                    collector.getCollectionTime(), pauses.totalTime(TimeUnit.MILLISECONDS), 0.1);
        }
        assertTrue(
                meters.get("jvm.gc.pause").functionTimers().stream()
                        .anyMatch(pauses -> pauses.totalTime(TimeUnit.MILLISECONDS) > 0));
    }

    @Test
    void on_the_jvm_the_name_is_left_to_micrometer() {
        new CollectorPauses().bindTo(meters);

        assertTrue(meters.getMeters().isEmpty());
    }
}
