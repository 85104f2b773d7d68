package io.swiftcart.inventory.reconciling;

import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.reconciling.ReconciliationRepository.Comparison;
import io.swiftcart.platform.invariants.Finding;
import io.swiftcart.platform.invariants.Invariant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Invariant I3, over all SKUs for what is held, and for their movements over those that have
 * changed lately: the sum of all movements there ever were is too dear for every minute and is left
 * to the reconciliation.
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
        return books.holds().chain(holds -> lately().map(moved -> finding(holds, moved)));
    }

    private Uni<Comparison> lately() {
        return books.skusSince(clock.instant().minus(config.skusOfLast()));
    }

    private static Finding finding(Comparison holds, Comparison moved) {
        return new Finding(
                holds.checked(),
                holds.and(moved).mismatches().stream().map(Mismatch::sentence).toList());
    }
}
