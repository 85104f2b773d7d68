package io.swiftcart.platform.outbox;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.lifecycle.Running;
import io.swiftcart.platform.outbox.FactPublisher.Published;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the facts of the outbox, at least once, in order of each key.
 *
 * <p>Woken in memory after a commit of facts, and by the clock in case a wake-up was lost. One
 * replica leads: it keeps the session that holds the database's relay lock and reads through that
 * same session, so losing the session ends its lead. Rows are deleted after the broker's
 * acknowledgement; a crash in between publishes them again under the same event id.
 */
@ApplicationScoped
class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;

    private final OutboxRepository outbox;
    private final FactPublisher publisher;
    private final AtomicInteger wakes = new AtomicInteger();
    private final AtomicReference<@Nullable SqlConnection> lead = new AtomicReference<>();
    private final RestingKeys resting;
    private final Running running;
    private final Vertx vertx;
    private final Duration linger;

    /** Whether the pause has been told: it is tried every second, and one line is enough. */
    private volatile boolean pausing;

    OutboxRelay(
            OutboxRepository outbox,
            FactPublisher publisher,
            RestingKeys resting,
            Running running,
            Vertx vertx,
            @ConfigProperty(name = "swiftcart.outbox.linger") Duration linger) {
        this.outbox = outbox;
        this.publisher = publisher;
        this.resting = resting;
        this.running = running;
        this.vertx = vertx;
        this.linger = linger;
    }

    /**
     * Whoever does not lead leaves the wake-ups to the clock, or each commit would ask for the
     * lead.
     */
    @ConsumeEvent(Outbox.COMMITTED)
    Uni<Void> wake(String committed) {
        return lead.get() == null ? Uni.createFrom().voidItem() : drain();
    }

    @Scheduled(
            every = "${swiftcart.outbox.poll:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return drain();
    }

    /**
     * One drain at a time: whoever comes while one runs leaves a mark, and the running one goes
     * round again.
     */
    private Uni<Void> drain() {
        if (wakes.getAndIncrement() > 0) {
            return Uni.createFrom().voidItem();
        }
        return leading()
                .chain(session -> session == null ? rest() : publishAll(session))
                .onFailure()
                .recoverWithUni(this::stepDown);
    }

    private Uni<Void> rest() {
        wakes.set(0);
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> publishAll(SqlConnection session) {
        return Multi.createBy()
                .repeating()
                .uni(() -> gather().chain(() -> publishWaiting(session)))
                .whilst(calledAgain -> calledAgain)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /**
     * Waits a moment for more facts: each batch costs two statements, one record batch and the
     * wake-up of every consumer, whatever its size.
     */
    private Uni<Void> gather() {
        if (linger.isZero()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .emitter(moment -> vertx.setTimer(linger.toMillis(), _ -> moment.complete(null)));
    }

    /**
     * Publishes what waits, and says whether somebody has called meanwhile. Forgetting the calls
     * and ending is one step, so that none falls between.
     */
    private Uni<Boolean> publishWaiting(SqlConnection session) {
        int seen = wakes.get();
        return Multi.createBy()
                .repeating()
                .uni(() -> publishBatch(session))
                .whilst(full -> full)
                .collect()
                .last()
                .map(_ -> !wakes.compareAndSet(seen, 0));
    }

    /** Says whether more lies there: the batch was full, and some of it could be sent. */
    private Uni<Boolean> publishBatch(SqlConnection session) {
        return outbox.next(session, resting.keys(), BATCH)
                .chain(
                        rows ->
                                publish(session, rows)
                                        .invoke(resting::note)
                                        .call(sent -> outbox.delete(session, sent.seqs()))
                                        .map(
                                                sent ->
                                                        rows.size() == BATCH
                                                                && !sent.seqs().isEmpty()));
    }

    /** Kafka may take longer than the session may be silent: being slow must not cost the lead. */
    private Uni<Published> publish(SqlConnection session, List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return publisher.publish(rows);
        }
        Uni<Published> whileAlive = outbox.keepAlive(session).replaceWith(Published.NONE);
        return Uni.combine().any().of(publisher.publish(rows), whileAlive);
    }

    private Uni<@Nullable SqlConnection> leading() {
        SqlConnection session = lead.get();
        return session != null
                ? Uni.createFrom().item(session)
                : outbox.connect().chain(this::tryLead);
    }

    private Uni<@Nullable SqlConnection> tryLead(SqlConnection session) {
        return outbox.tryLead(session)
                .onFailure()
                .call(session::close)
                .chain(
                        leading ->
                                leading
                                        ? keep(session)
                                        : outbox.release(session).replaceWith(() -> null));
    }

    private Uni<@Nullable SqlConnection> keep(SqlConnection session) {
        lead.set(session);
        if (pausing) {
            LOG.info("The outbox relay goes on");
            pausing = false;
        }
        session.closeHandler(() -> lead.compareAndSet(session, null));
        return Uni.createFrom().item(session);
    }

    private Uni<Void> stepDown(Throwable failure) {
        if (running.now() && !pausing) {
            LOG.warnf("The outbox relay pauses: %s", failure);
            pausing = true;
        }
        resting.clear();
        SqlConnection session = lead.getAndSet(null);
        Uni<Void> released =
                session == null
                        ? Uni.createFrom().voidItem()
                        : outbox.release(session).onFailure().recoverWithNull();
        return released.eventually(() -> wakes.set(0));
    }
}
