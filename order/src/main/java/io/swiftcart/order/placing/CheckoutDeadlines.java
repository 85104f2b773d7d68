package io.swiftcart.order.placing;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Takes up every checkout whose owner has died or whose pause is over, and drives it through the
 * same door.
 */
@ApplicationScoped
class CheckoutDeadlines {
    /** Longer than any inline run, so that only a dead owner's checkout is taken. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    private static final int BATCH = 100;
    private static final int AT_ONCE = 16;

    private final Database database;
    private final CheckoutRepository checkouts;
    private final CheckoutRunner runner;
    private final Clock clock;

    CheckoutDeadlines(
            Database database, CheckoutRepository checkouts, CheckoutRunner runner, Clock clock) {
        this.database = database;
        this.checkouts = checkouts;
        this.runner = runner;
        this.clock = clock;
    }

    static Instant leaseFrom(Instant now) {
        return now.plus(LEASE);
    }

    @Scheduled(
            every = "${swiftcart.order.checkout.sweep:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        Instant now = clock.instant();
        return checkouts.takeDue(database.pool(), now, leaseFrom(now), BATCH).chain(this::runAll);
    }

    private Uni<Void> runAll(List<Saga> due) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUni(saga -> runner.run(saga).onFailure().recoverWithNull())
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
