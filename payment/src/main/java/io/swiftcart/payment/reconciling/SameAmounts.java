package io.swiftcart.payment.reconciling;

import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.reconciling.ReconciliationView.MismatchView;
import io.swiftcart.payment.settling.Reader;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.invariants.Finding;
import io.swiftcart.platform.invariants.Invariant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * I4, the provider's side: it has captured and refunded what we say. As the walks have found it.
 */
@ApplicationScoped
class SameAmounts implements Invariant {

    private final Database database;
    private final MismatchRepository mismatches;

    SameAmounts(Database database, MismatchRepository mismatches) {
        this.database = database;
        this.mismatches = mismatches;
    }

    @Override
    public String id() {
        return "I4";
    }

    /** Counts nothing itself: what was looked at is counted with I1. */
    @Override
    public Uni<Finding> check() {
        return mismatches.of(database.pool(), Reader.ofEverything()).map(SameAmounts::finding);
    }

    private static Finding finding(List<MismatchView> all) {
        return new Finding(
                0,
                all.stream()
                        .filter(mismatch -> mismatch.kind().equals(Mismatch.Kind.AMOUNT.code()))
                        .map(MismatchView::sentence)
                        .toList());
    }
}
