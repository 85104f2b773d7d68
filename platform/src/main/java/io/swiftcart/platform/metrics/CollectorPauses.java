package io.swiftcart.platform.metrics;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quarkus.runtime.ImageMode;
import jakarta.inject.Singleton;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Pauses of the collectors of a native executable, under the name they have on the JVM. There
 * Micrometer counts them by notifications, which native executables do not send.
 */
@Singleton
class CollectorPauses implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry meters) {
        if (ImageMode.current() == ImageMode.NATIVE_RUN) {
            bind(meters, ManagementFactory.getGarbageCollectorMXBeans());
        }
    }

    static void bind(MeterRegistry meters, List<GarbageCollectorMXBean> collectors) {
        for (GarbageCollectorMXBean collector : collectors) {
            FunctionTimer.builder(
                            "jvm.gc.pause",
                            collector,
                            GarbageCollectorMXBean::getCollectionCount,
                            GarbageCollectorMXBean::getCollectionTime,
                            TimeUnit.MILLISECONDS)
                    .tags(
                            Tags.of(
                                    "action",
                                    "end of collection",
                                    "cause",
                                    "unknown",
                                    "gc",
                                    collector.getName()))
                    .description("Time spent in GC pause")
                    .register(meters);
        }
    }
}
