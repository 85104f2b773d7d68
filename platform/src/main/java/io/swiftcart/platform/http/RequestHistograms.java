package io.swiftcart.platform.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Buckets for what has an objective, so that quantiles can be computed over all replicas. */
class RequestHistograms {
    private static final Set<String> WITH_OBJECTIVE =
            Set.of("http.server.requests", "swiftcart.checkout", "swiftcart.facts.consumed");
    private static final double[] BUCKETS_SECONDS = {
        0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 10
    };
    private static final double[] BUCKETS_NANOS =
            DoubleStream.of(BUCKETS_SECONDS)
                    .map(seconds -> seconds * Duration.ofSeconds(1).toNanos())
                    .toArray();

    @Produces
    @Singleton
    MeterFilter buckets() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(
                    Meter.Id id, DistributionStatisticConfig config) {
                return WITH_OBJECTIVE.contains(id.getName())
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(BUCKETS_NANOS)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }
}
