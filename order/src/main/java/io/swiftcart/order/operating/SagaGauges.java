package io.swiftcart.order.operating;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How many checkouts are under way, how many of them are stuck, and how old the oldest is. */
@ApplicationScoped
class SagaGauges {
    /** Of what is open only, which has an index of its own. */
    private static final String OPEN =
            """
            select count(*) as open, count(*) filter (where started_at < $1) as stuck, min(started_at) as oldest
            from checkout where deadline_at is not null
            """;

    private final Database database;
    private final Clock clock;
    private volatile Open open = new Open(0, 0, null);

    private record Open(long sagas, long stuck, @Nullable Instant oldest) {}

    SagaGauges(Database database, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        Gauge.builder("swiftcart.sagas.open", () -> open.sagas())
                .description("Checkouts that have not come to their end")
                .register(meters);
        Gauge.builder("swiftcart.sagas.stuck", () -> open.stuck())
                .description("Checkouts that have been open for more than a minute")
                .register(meters);
        Gauge.builder("swiftcart.sagas.oldest.seconds", this::oldestSeconds)
                .description("How long the oldest open checkout has been under way")
                .register(meters);
    }

    /** While the database cannot be asked, the age goes on growing. */
    @Scheduled(
            every = "${swiftcart.order.checkout.measure:5s}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> measure() {
        Instant stuckBefore = clock.instant().minus(SagaView.STUCK_AFTER);
        return database.pool()
                .preparedQuery(OPEN)
                .execute(Tuple.of(stuckBefore.atOffset(ZoneOffset.UTC)))
                .invoke(rows -> open = open(rows.iterator().next()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static Open open(Row row) {
        OffsetDateTime oldest = row.getOffsetDateTime("oldest");
        return new Open(
                row.getLong("open"),
                row.getLong("stuck"),
                oldest == null ? null : oldest.toInstant());
    }

    private double oldestSeconds() {
        Instant oldest = open.oldest();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1e3);
    }
}
