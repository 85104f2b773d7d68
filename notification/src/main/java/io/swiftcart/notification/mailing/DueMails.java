package io.swiftcart.notification.mailing;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.notification.deliveries.Deliveries;
import io.swiftcart.notification.deliveries.Delivery;
import io.swiftcart.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Takes what is due, woken after a commit and by the clock. */
@ApplicationScoped
class DueMails {
    /** Longer than an attempt may take. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final int BATCH = 50;
    private static final int AT_ONCE = 8;

    private final Database database;
    private final Deliveries deliveries;
    private final SendMail sendMail;
    private final Clock clock;

    DueMails(Database database, Deliveries deliveries, SendMail sendMail, Clock clock) {
        this.database = database;
        this.deliveries = deliveries;
        this.sendMail = sendMail;
        this.clock = clock;
    }

    @ConsumeEvent(Database.COMMITTED)
    Uni<Void> wake(String committed) {
        return sendDue();
    }

    @Scheduled(
            every = "${swiftcart.notification.mailing.poll:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sendDue() {
        Instant now = clock.instant();
        return deliveries.take(database.pool(), now, now.plus(LEASE), BATCH).chain(this::sendAll);
    }

    private Uni<Void> sendAll(List<Delivery> due) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUni(sendMail::of)
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
