package io.swiftcart.inventory.reconciling;

import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.reconciling.ReconciliationRepository.Comparison;
import io.swiftcart.platform.invariants.Finding;
import io.swiftcart.platform.invariants.Invariant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Invariant I3: what is held of each SKU, and its movements; each minute those of SKUs that have
 * changed lately, the old ones by their sum.
 */
@ApplicationScoped
class BooksInvariant implements Invariant {
    private final ReconciliationRepository books;
    private final ReconciliationConfig config;
    private final Clock clock;

    BooksInvariant(ReconciliationRepository books, ReconciliationConfig config, Clock clock) {
        this.books = books;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "I3";
    }

    @Override
    public Uni<Finding> check() {
        return compared(books.skus());
    }

    @Override
    public Uni<Finding> checkLately() {
        return compared(books.skusSince(clock.instant().minus(config.skusOfLast())));
    }

    private Uni<Finding> compared(Uni<Comparison> skus) {
        return books.holds().chain(holds -> skus.map(moved -> finding(holds, moved)));
    }

    private static Finding finding(Comparison holds, Comparison moved) {
        return new Finding(
                holds.checked(),
                holds.and(moved).mismatches().stream().map(Mismatch::sentence).toList());
    }
}
