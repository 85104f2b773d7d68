package io.swiftcart.payment.reconciling;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.settling.Reader;
import io.swiftcart.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** Reads the report, and shows its length as gauge {@code swiftcart_payment_mismatches}. */
@ApplicationScoped
class ReconciliationQuery {

    private final AtomicLong known = new AtomicLong();
    private final Database database;
    private final MismatchRepository mismatches;

    ReconciliationQuery(Database database, MismatchRepository mismatches, MeterRegistry meters) {
        this.database = database;
        this.mismatches = mismatches;
        Gauge.builder("swiftcart.payment.mismatches", known, AtomicLong::get)
                .description("Orders whose money the provider tells differently")
                .register(meters);
    }

    /** The report, with those mismatches that the reader may see. */
    Uni<ReconciliationView> report(Reader reader) {
        return mismatches
                .summary(database.pool())
                .chain(
                        summary ->
                                mismatches
                                        .of(database.pool(), reader)
                                        .map(
                                                all ->
                                                        new ReconciliationView(
                                                                summary.checkedAt().orElse(null),
                                                                summary.checked(),
                                                                all)));
    }

    /** Brings the gauge up to date; on each replica, whoever found the mismatches. */
    Uni<Void> count() {
        return mismatches.count(database.pool()).invoke(known::set).replaceWithVoid();
    }
}
