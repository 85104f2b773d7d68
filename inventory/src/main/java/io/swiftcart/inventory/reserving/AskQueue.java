package io.swiftcart.inventory.reserving;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.domain.ReserveOutcome;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.core.eventbus.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Where orders gather while the ones before them are being decided. One batch is in the database at
 * a time, and whoever has come meanwhile is the next one: so a lone order goes at once, and a crowd
 * shares its round trips, its locks and its commits.
 *
 * <p>Batches run by themselves, not on behalf of a request, so that nobody who hangs up takes
 * others along.
 */
@ApplicationScoped
class AskQueue {
    private static final String ASKED = "swiftcart.inventory.asked";

    private final BlockingQueue<Ask> waiting;
    private final AtomicInteger calls = new AtomicInteger();
    private final DecideTogether decideTogether;
    private final EventBus bus;
    private final ReservingConfig config;
    private final DistributionSummary batchSizes;

    AskQueue(
            DecideTogether decideTogether,
            EventBus bus,
            ReservingConfig config,
            MeterRegistry metrics) {
        this.decideTogether = decideTogether;
        this.bus = bus;
        this.config = config;
        this.waiting = new ArrayBlockingQueue<>(config.waitingMax());
        this.batchSizes = metrics.summary("swiftcart_inventory_reservations_together");
        metrics.gaugeCollectionSize("swiftcart_inventory_reservations_waiting", List.of(), waiting);
    }

    /** The decision on this order. Fails with status 503 when too many wait already. */
    Uni<ReserveOutcome> join(Ask ask) {
        if (!waiting.offer(ask)) {
            return Uni.createFrom().failure(tooMany());
        }
        if (calls.getAndIncrement() == 0) {
            bus.publish(ASKED, "");
        }
        return onContext(Uni.createFrom().completionStage(ask.answer()), Vertx.currentContext());
    }

    /** Batch after batch until nobody waits; see {@link #decideNext} for how it ends. */
    @ConsumeEvent(ASKED)
    Uni<Void> decideAll(String asked) {
        Context context = Vertx.currentContext();
        return Multi.createBy()
                .repeating()
                .uni(() -> decideNext(context))
                .whilst(goOn -> goOn)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /**
     * Decides one batch and says whether to go on. Forgetting the calls and ending is one step, so
     * that whoever calls in between is either seen here or wakes the queue anew.
     */
    private Uni<Boolean> decideNext(@Nullable Context context) {
        int seen = calls.get();
        List<Ask> batch = new ArrayList<>();
        waiting.drainTo(batch, config.batchMax());
        if (batch.isEmpty()) {
            return Uni.createFrom().item(!calls.compareAndSet(seen, 0));
        }
        batchSizes.record(batch.size());
        Uni<Void> deciding =
                Uni.createFrom()
                        .deferred(() -> decideTogether.with(batch))
                        .ifNoItem()
                        .after(config.patience())
                        .fail()
                        .onFailure()
                        .invoke(failure -> batch.forEach(ask -> ask.failed(failure)))
                        .onFailure()
                        .recoverWithNull();
        return onContext(deciding, context).replaceWith(true);
    }

    /** Back to the event loop that the caller, or the database connection, belongs to. */
    private static <T> Uni<T> onContext(Uni<T> item, @Nullable Context context) {
        return context == null ? item : item.emitOn(task -> context.runOnContext(_ -> task.run()));
    }

    private static Problem tooMany() {
        return new Problem(
                        CommonProblem.SERVICE_UNAVAILABLE,
                        "Too many orders wait for stock; nothing was reserved.")
                .retryAfter(Duration.ofSeconds(1));
    }
}
