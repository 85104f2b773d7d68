package io.swiftcart.platform.deadletters;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** How many dead letters of each topic wait for an operator; a topic that had one is shown at 0. */
@ApplicationScoped
class DeadLetterGauges {
    private final Database database;
    private final DeadLetterRepository letters;
    private final MultiGauge gauge;
    private final Map<String, Long> waiting = new HashMap<>();

    DeadLetterGauges(Database database, DeadLetterRepository letters, MeterRegistry meters) {
        this.database = database;
        this.letters = letters;
        this.gauge =
                MultiGauge.builder("swiftcart.dead.letters")
                        .description("Facts that could not be worked off and were not replayed")
                        .register(meters);
    }

    /** While the database cannot be asked, the figures stay. */
    @Scheduled(
            every = "${swiftcart.dead-letters.measure:15s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return letters.waiting(database.pool())
                .invoke(this::show)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private synchronized void show(Map<String, Long> now) {
        waiting.replaceAll((_, _) -> 0L);
        waiting.putAll(now);
        gauge.register(
                waiting.entrySet().stream()
                        .map(
                                entry ->
                                        MultiGauge.Row.of(
                                                Tags.of("topic", entry.getKey()), entry.getValue()))
                        .toList(),
                true);
    }
}
