package io.swiftcart.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.outbox.OutboxRepository.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/**
 * How many facts wait and how long the oldest has, whoever leads: a relay that has stopped cannot
 * say so itself.
 */
@ApplicationScoped
class OutboxGauges {
    private final OutboxRepository outbox;
    private final Clock clock;
    private volatile Waiting waiting = Waiting.NONE;

    OutboxGauges(OutboxRepository outbox, Clock clock, MeterRegistry meters) {
        this.outbox = outbox;
        this.clock = clock;
        Gauge.builder("swiftcart.outbox.rows", () -> waiting.rows())
                .description("Facts that wait for publication")
                .register(meters);
        Gauge.builder("swiftcart.outbox.lag.seconds", this::lagSeconds)
                .description("How long the oldest fact has waited for publication")
                .register(meters);
    }

    /** While the database cannot be asked, the age goes on growing. */
    @Scheduled(
            every = "${swiftcart.outbox.measure:5s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return outbox.waiting()
                .invoke(now -> waiting = now)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private double lagSeconds() {
        return waiting.since() == null
                ? 0
                : Math.max(0, Duration.between(waiting.since(), clock.instant()).toMillis() / 1e3);
    }
}
