package io.swiftcart.inventory.reconciling;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.reconciling.ReconciliationRepository.Comparison;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Compares all books, on demand and by the clock. What differs is told, never mended. */
@ApplicationScoped
class ReconcileBooks {
    private static final Logger LOG = Logger.getLogger(ReconcileBooks.class);
    private static final int SHOWN_MAX = 1_000;

    private final ReconciliationRepository books;
    private final ClosingRepository closing;
    private final ReconciliationConfig config;
    private final Clock clock;
    private final AtomicInteger mismatches = new AtomicInteger();
    private final AtomicLong holdsLeaked = new AtomicLong();

    ReconcileBooks(
            ReconciliationRepository books,
            ClosingRepository closing,
            ReconciliationConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.books = books;
        this.closing = closing;
        this.config = config;
        this.clock = clock;
        metrics.gauge("swiftcart_inventory_mismatches", mismatches);
        metrics.gauge("swiftcart_inventory_holds_leaked", holdsLeaked);
    }

    @Scheduled(
            every = "${swiftcart.inventory.reconciliation.every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> byTheClock() {
        return closing.close(config.closeAfter())
                .onFailure()
                .invoke(failure -> LOG.warnf("The books could not be closed: %s", failure))
                .onFailure()
                .recoverWithNull()
                .chain(() -> compared(books.skusSince(Instant.EPOCH), config.ordersLately()))
                .invoke(this::tell)
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("The books could not be compared: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** Compares now, with all movements there ever were. */
    Uni<ReconciliationView> now() {
        return compared(books.skus(), config.ordersOfLast());
    }

    private Uni<ReconciliationView> compared(Uni<Comparison> skus, Duration ordersOfLast) {
        Instant now = clock.instant();
        return skus.chain(
                        moved ->
                                books.holds()
                                        .map(
                                                holds ->
                                                        new Comparison(0, holds.mismatches())
                                                                .and(moved)))
                .chain(
                        found ->
                                books.ordersSince(
                                                now.minus(ordersOfLast),
                                                now.minus(config.expiryGrace()))
                                        .map(found::and))
                .invoke(this::measure)
                .map(found -> view(now, found));
    }

    private void measure(Comparison found) {
        mismatches.set(found.mismatches().size());
        holdsLeaked.set(found.mismatches().stream().filter(Mismatch::leaksUnits).count());
    }

    private void tell(ReconciliationView found) {
        if (!found.mismatches().isEmpty()) {
            LOG.errorf(
                    "The books of the inventory disagree in %d places, e.g. %s",
                    found.mismatches().size(), found.mismatches().getFirst().sentence());
        }
    }

    private static ReconciliationView view(Instant now, Comparison found) {
        List<Mismatch> shown = found.mismatches().stream().limit(SHOWN_MAX).toList();
        return new ReconciliationView(now, found.checked(), shown);
    }
}
