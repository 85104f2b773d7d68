package io.swiftcart.order.session;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.order.neighbours.Carts;
import io.swiftcart.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Removes the carts of orders that were placed and have not failed. What is due stands in the
 * session, so that neither a crash nor a cart service that is away forgets it.
 */
@ApplicationScoped
class RemoveCarts {
    private static final Logger LOG = Logger.getLogger(RemoveCarts.class);
    private static final int BATCH = 64;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Database database;
    private final DueRepository due;
    private final Carts carts;
    private final Clock clock;

    RemoveCarts(Database database, DueRepository due, Carts carts, Clock clock) {
        this.database = database;
        this.due = due;
        this.carts = carts;
        this.clock = clock;
    }

    @Scheduled(
            every = "${swiftcart.order.session.carts:1s}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        Instant now = clock.instant();
        return due.takeCarts(database.pool(), now, now.plus(PAUSE), BATCH)
                .chain(this::removeAll)
                .onFailure()
                .invoke(failure -> LOG.warnf("The sweep of carts pauses: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> removeAll(List<DueRepository.DueCart> taken) {
        return Multi.createFrom()
                .iterable(taken)
                .onItem()
                .transformToUniAndConcatenate(this::remove)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** One that cannot be removed now stays due. */
    private Uni<Void> remove(DueRepository.DueCart cart) {
        return carts.remove(cart.cartId(), cart.version())
                .chain(() -> due.cartRemoved(database.pool(), cart.sessionId()))
                .onFailure()
                .invoke(failure -> LOG.infof("A cart stays for now: %s", failure))
                .onFailure()
                .recoverWithNull();
    }
}
