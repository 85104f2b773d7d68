package io.swiftcart.payment.reconciling;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.provider.ProviderBooks;
import io.swiftcart.payment.reconciling.ReconciliationView.MismatchView;
import io.swiftcart.payment.settling.Reader;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.invariants.Finding;
import io.swiftcart.platform.invariants.Invariant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * I1: the provider has taken the money of an order at most once, and we know of it. Looks at the
 * newest charges of the provider itself, and at everything that the walks have found.
 */
@ApplicationScoped
class OneCapture implements Invariant {

    private final Database database;
    private final ProviderBooks provider;
    private final LookAtCharges lookAtCharges;
    private final MismatchRepository mismatches;

    OneCapture(
            Database database,
            ProviderBooks provider,
            LookAtCharges lookAtCharges,
            MismatchRepository mismatches) {
        this.database = database;
        this.provider = provider;
        this.lookAtCharges = lookAtCharges;
        this.mismatches = mismatches;
    }

    @Override
    public String id() {
        return "I1";
    }

    @Override
    public Uni<Finding> check() {
        return lookAtTheNewest()
                .chain(() -> mismatches.summary(database.pool()))
                .chain(
                        summary ->
                                mismatches
                                        .of(database.pool(), Reader.ofEverything())
                                        .map(all -> finding(summary.captures(), all)));
    }

    /** While the provider is away the walks' findings are all there is. */
    private Uni<Void> lookAtTheNewest() {
        if (provider.unavailable()) {
            return Uni.createFrom().voidItem();
        }
        return provider.page(null)
                .chain(page -> lookAtCharges.with(page.charges(), WalkProvider.NO_WALK))
                .onFailure()
                .invoke(failure -> Log.warnf("The newest charges cannot be read: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private static Finding finding(long captures, List<MismatchView> all) {
        List<String> violations =
                all.stream()
                        .filter(OneCapture::concernsCapture)
                        .map(MismatchView::sentence)
                        .toList();
        return new Finding(captures, violations);
    }

    /** Other amounts concern what was given back: that is I4. */
    private static boolean concernsCapture(MismatchView mismatch) {
        return !mismatch.kind().equals(Mismatch.Kind.AMOUNT.code());
    }
}
