package io.swiftcart.inventory.settling;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.domain.OrderId;
import io.swiftcart.inventory.domain.StockLevel;
import io.swiftcart.inventory.hint.AvailabilityHint;
import io.swiftcart.platform.problem.Faults;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Gives back what was held longer than was asked for. Any number of replicas may do so at the same
 * time.
 */
@ApplicationScoped
class ExpireHolds {
    private static final Logger LOG = Logger.getLogger(ExpireHolds.class);

    private final SettlementRepository settlements;
    private final AvailabilityHint hint;
    private final int batchSize;
    private final Counter failures;

    ExpireHolds(
            SettlementRepository settlements,
            AvailabilityHint hint,
            MeterRegistry metrics,
            @ConfigProperty(name = "swiftcart.inventory.expiry.batch-size") int batchSize) {
        this.settlements = settlements;
        this.hint = hint;
        this.batchSize = batchSize;
        this.failures = metrics.counter("swiftcart_inventory_expiry_failures");
    }

    /**
     * Batch after batch until nothing is due. What fails now, e.g. because the database is away, is
     * due the next time.
     */
    @Scheduled(
            every = "${swiftcart.inventory.expiry.every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return Multi.createBy()
                .repeating()
                .uni(this::expireBatch)
                .until(List::isEmpty)
                .onItem()
                .ignoreAsUni()
                .onFailure()
                .recoverWithItem(this::postponed);
    }

    private Uni<List<StockLevel>> expireBatch() {
        return settlements
                .expire(batchSize)
                .call(hint::remember)
                .onFailure(failure -> !Faults.away(failure))
                .recoverWithUni(this::expireOneByOne);
    }

    /** One hold that cannot be ended must not keep all others; the sweep goes no further then. */
    private Uni<List<StockLevel>> expireOneByOne() {
        return settlements
                .due(batchSize)
                .onItem()
                .transformToMulti(due -> Multi.createFrom().iterable(due))
                .onItem()
                .transformToUniAndConcatenate(this::expireAlone)
                .collect()
                .last()
                .replaceWith(List.of());
    }

    private Uni<Void> expireAlone(OrderId order) {
        return settlements
                .expire(order)
                .call(hint::remember)
                .replaceWithVoid()
                .onFailure(failure -> !Faults.away(failure))
                .recoverWithItem(failure -> left(order, failure));
    }

    private Void left(OrderId order, Throwable failure) {
        failures.increment();
        LOG.errorf("Order %s: its hold cannot be expired: %s", order, failure.getMessage());
        return null;
    }

    private Void postponed(Throwable failure) {
        failures.increment();
        LOG.warnf(
                "Holds could not be expired (%s); the next sweep tries again",
                failure.getMessage());
        return null;
    }
}
