package io.swiftcart.account.erasing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.customers.CustomerFact;
import io.swiftcart.account.customers.Customers;
import io.swiftcart.account.letters.Letters;
import io.swiftcart.platform.audit.Audit;
import io.swiftcart.platform.outbox.Outbox;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Forgets a customer for ever, and tells all others to do so too. Their orders stay, without saying
 * whose they were. Harmless to repeat. Nothing asks whether the customer is known here: with
 * another identity provider none is, and the others keep what they bought with.
 */
@ApplicationScoped
public class EraseCustomer {
    private final Customers customers;
    private final Letters letters;
    private final Audit audit;
    private final Outbox outbox;
    private final Clock clock;

    EraseCustomer(Customers customers, Letters letters, Audit audit, Outbox outbox, Clock clock) {
        this.customers = customers;
        this.letters = letters;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** For the customer themselves. */
    public Uni<Void> of(UUID id) {
        return customers.eraseInTransaction(id, tx -> forget(tx, id));
    }

    /** For an admin; written down with the reason. */
    public Uni<Void> forOperator(UUID id, String actor, String reason) {
        return customers.eraseInTransaction(
                id,
                tx ->
                        audit.add(tx, actor, "customer.erase", id.toString(), reason)
                                .chain(() -> forget(tx, id)));
    }

    private Uni<Void> forget(SqlConnection tx, UUID id) {
        return letters.withdraw(tx, id)
                .chain(
                        () ->
                                outbox.add(
                                        tx,
                                        List.of(
                                                CustomerFact.of(
                                                        CustomerFact.Kind.ERASED,
                                                        id,
                                                        clock.instant()))));
    }
}
