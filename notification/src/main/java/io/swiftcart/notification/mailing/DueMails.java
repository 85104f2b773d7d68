package io.swiftcart.notification.mailing;

import io.quarkus.scheduler.Scheduled;
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
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Takes what is due, woken after a commit and by the clock.
 *
 * <p>Only so many are taken as can be sent at once: a mail never waits under its lease, and a slow
 * one holds its own slot and nobody else's.
 */
@ApplicationScoped
class DueMails {
    private static final Logger LOG = Logger.getLogger(DueMails.class);

    /**
     * Longer than an attempt may take: 2 s for the contact, 10 s for the mail, 5 s for the note.
     */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final int BATCH = 8;

    private final Database database;
    private final Deliveries deliveries;
    private final SendMail sendMail;
    private final Clock clock;
    private final Semaphore slots;

    DueMails(
            Database database,
            Deliveries deliveries,
            SendMail sendMail,
            Clock clock,
            MailingConfig config) {
        this.database = database;
        this.deliveries = deliveries;
        this.sendMail = sendMail;
        this.clock = clock;
        this.slots = new Semaphore(config.atOnce());
    }

    @ConsumeEvent(Database.COMMITTED)
    Uni<Void> wake(String committed) {
        return sendDue();
    }

    /** Looks may overlap; the slots bound them. */
    @Scheduled(
            every = "${swiftcart.notification.mailing.poll}",
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> look() {
        return sendDue();
    }

    private Uni<Void> sendDue() {
        return Multi.createBy()
                .repeating()
                .uni(this::sendBatch)
                .whilst(goOn -> goOn)
                .collect()
                .last()
                .onFailure()
                .invoke(failure -> LOG.warnf("The mails pause: %s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** Says whether more may be due. */
    private Uni<Boolean> sendBatch() {
        if (!slots.tryAcquire(BATCH)) {
            return Uni.createFrom().item(false);
        }
        Instant now = clock.instant();
        return deliveries
                .take(database.pool(), now, now.plus(LEASE), BATCH)
                .onFailure()
                .invoke(() -> slots.release(BATCH))
                .invoke(due -> slots.release(BATCH - due.size()))
                .chain(this::sendAll);
    }

    private Uni<Boolean> sendAll(List<Delivery> due) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUni(delivery -> sendMail.of(delivery).eventually(() -> slots.release()))
                .merge(BATCH)
                .collect()
                .last()
                .replaceWith(due.size() == BATCH);
    }
}
