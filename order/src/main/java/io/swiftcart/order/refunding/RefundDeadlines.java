package io.swiftcart.order.refunding;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.swiftcart.order.checkout.Saga;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.core.eventbus.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Takes up refunds whose owner has died or whose pause is over; each runs for itself. */
@ApplicationScoped
class RefundDeadlines {
    private static final Logger LOG = Logger.getLogger(RefundDeadlines.class);
    private static final int BATCH = 16;

    private final Database database;
    private final RefundRepository refunds;
    private final EventBus bus;
    private final Clock clock;

    RefundDeadlines(Database database, RefundRepository refunds, EventBus bus, Clock clock) {
        this.database = database;
        this.refunds = refunds;
        this.bus = bus;
        this.clock = clock;
    }

    @Scheduled(
            every = "${swiftcart.order.refund.sweep:1s}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        Instant now = clock.instant();
        return refunds.takeDue(database.pool(), now, Saga.leaseFrom(now), BATCH)
                .invoke(due -> due.forEach(pending -> bus.send(RefundRunner.ADDRESS, pending)))
                .onFailure()
                .invoke(failure -> LOG.warnf("The sweep of refunds pauses: %s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
