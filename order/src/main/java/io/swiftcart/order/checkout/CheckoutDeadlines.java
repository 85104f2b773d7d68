package io.swiftcart.order.checkout;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.order.checkout.CheckoutRunner.Ended;
import io.swiftcart.platform.database.Database;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.mutiny.core.eventbus.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Takes up every checkout whose owner has died or whose pause is over, and drives it through the
 * same door as a new one, so that each runs under the ids of its own request.
 */
@ApplicationScoped
class CheckoutDeadlines {
    private static final Logger LOG = Logger.getLogger(CheckoutDeadlines.class);

    /** All that is taken is run at once, so that none waits here while its lease runs out. */
    private static final int BATCH = 64;

    /** Longer than any run; the lease has ended by then. */
    private static final DeliveryOptions PATIENCE =
            new DeliveryOptions().setSendTimeout(Duration.ofSeconds(30).toMillis());

    private final Database database;
    private final CheckoutRepository checkouts;
    private final EventBus bus;
    private final Clock clock;

    CheckoutDeadlines(Database database, CheckoutRepository checkouts, EventBus bus, Clock clock) {
        this.database = database;
        this.checkouts = checkouts;
        this.bus = bus;
        this.clock = clock;
    }

    /** Goes on at once while there is more than one batch. */
    @Scheduled(
            every = "${swiftcart.order.checkout.sweep:1s}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return Multi.createBy()
                .repeating()
                .uni(this::sweepBatch)
                .whilst(taken -> taken == BATCH)
                .collect()
                .last()
                .onFailure()
                .invoke(failure -> LOG.warnf("The sweep of checkouts pauses: %s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Integer> sweepBatch() {
        Instant now = clock.instant();
        return checkouts
                .takeDue(database.pool(), now, Saga.leaseFrom(now), BATCH)
                .call(this::runAll)
                .map(List::size);
    }

    private Uni<Void> runAll(List<Saga> due) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUni(this::run)
                .merge(BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** A run that breaks off has said why; its lease brings it back. */
    private Uni<Void> run(Saga saga) {
        return bus.<Ended>request(CheckoutRunner.ADDRESS, saga, PATIENCE)
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }
}
