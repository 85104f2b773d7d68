package io.swiftcart.payment.reconciling;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.provider.ProviderBooks;
import io.swiftcart.payment.settling.PaymentBook;
import io.swiftcart.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Goes through the provider's list again and again, a bounded number of pages at a time. The
 * position is kept after each page, so a restart or another replica goes on from there; a lease
 * keeps two from walking at once. At the end of the list it looks for payments of ours that it has
 * not met. What stands in the report is looked at again in every round, so that nothing stays there
 * longer than it is true.
 */
@ApplicationScoped
class WalkProvider {

    private static final int SUSPECTS_MAX = 100;

    /** For a look that is no part of a walk. */
    static final long NO_WALK = 0;

    private final Database database;
    private final PaymentBook book;
    private final ProviderBooks provider;
    private final WalkRepository walks;
    private final ChargeRepository charges;
    private final MismatchRepository mismatches;
    private final LookAtCharges lookAtCharges;
    private final LookAgain lookAgain;
    private final ReconciliationQuery report;
    private final ReconcilingConfig config;

    WalkProvider(
            Database database,
            PaymentBook book,
            ProviderBooks provider,
            WalkRepository walks,
            ChargeRepository charges,
            MismatchRepository mismatches,
            LookAtCharges lookAtCharges,
            LookAgain lookAgain,
            ReconciliationQuery report,
            ReconcilingConfig config) {
        this.database = database;
        this.book = book;
        this.provider = provider;
        this.walks = walks;
        this.charges = charges;
        this.mismatches = mismatches;
        this.lookAtCharges = lookAtCharges;
        this.lookAgain = lookAgain;
        this.report = report;
        this.config = config;
    }

    @Scheduled(
            identity = "walk-provider",
            every = "{swiftcart.payment.reconciling.walk-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return provider.unavailable()
                ? report.count()
                : lookAgainAtReported().chain(this::goOn).chain(report::count);
    }

    private Uni<Void> lookAgainAtReported() {
        return mismatches
                .longestUnseen(database.pool(), SUSPECTS_MAX)
                .chain(reported -> lookAgain.at(reported, NO_WALK))
                .onFailure()
                .invoke(failure -> Log.warnf("The report cannot be looked at again: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> goOn() {
        return walks.forgetOld(database.pool(), book.now().minus(config.window()))
                .chain(() -> walks.take(database.pool(), book.now(), config.window()))
                .chain(taken -> taken.map(this::walk).orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> walk(Walk walk) {
        return pages(walk, config.pagesAtOnce())
                .onFailure(ProviderBooks.UnknownPosition.class)
                .recoverWithUni(() -> walks.beginAfresh(database.pool(), walk))
                .onFailure()
                .call(() -> walks.leave(database.pool(), walk))
                .onFailure()
                .invoke(failure -> Log.warnf("The provider's list cannot be read: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> pages(Walk walk, int left) {
        if (left == 0) {
            return walks.leave(database.pool(), walk);
        }
        return provider.page(walk.position())
                .call(page -> lookAtCharges.with(page.charges(), walk.number()))
                .chain(page -> after(page, walk, left - 1));
    }

    private Uni<Void> after(ProviderBooks.Page page, Walk walk, int left) {
        int looked = page.charges().size();
        boolean farEnough =
                looked > 0 && page.charges().getLast().createdAt().isBefore(walk.beginsAt());
        String next = page.last();
        boolean last = next == null || farEnough;
        return walks.goOn(database.pool(), walk, last ? walk.position() : next, looked, book.now())
                .chain(
                        ours -> {
                            if (!ours) {
                                return Uni.createFrom().voidItem();
                            }
                            return last ? end(walk) : pages(walk.at(next, looked), left);
                        });
    }

    private Uni<Void> end(Walk walk) {
        return charges.notMet(database.pool(), walk, SUSPECTS_MAX)
                .chain(notMet -> lookAgain.at(notMet, walk.number()))
                .chain(() -> walks.end(database.pool(), walk, book.now()));
    }
}
