package io.swiftcart.order.session;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Ends sessions that nobody has completed, and forgets whom they were for. */
@ApplicationScoped
class ExpireSessions {
    private final Database database;
    private final DueRepository due;
    private final Clock clock;

    ExpireSessions(Database database, DueRepository due, Clock clock) {
        this.database = database;
        this.due = due;
        this.clock = clock;
    }

    @Scheduled(
            every = "${swiftcart.order.session.expiry:1m}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return due.expire(database.pool(), clock.instant());
    }
}
