package io.swiftcart.account.profile;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.customers.CustomerFact;
import io.swiftcart.account.customers.Customers;
import io.swiftcart.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Forgets a customer for ever, and tells all others to do so too. Their orders stay, without saying
 * whose they were.
 */
@ApplicationScoped
class EraseCustomer {
    private final ProvePassword provePassword;
    private final Customers customers;
    private final Outbox outbox;
    private final Clock clock;

    EraseCustomer(ProvePassword provePassword, Customers customers, Outbox outbox, Clock clock) {
        this.provePassword = provePassword;
        this.customers = customers;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Void> with(UUID id, EraseRequest request, String address) {
        return provePassword.of(id, request.password(), address).chain(() -> commit(id));
    }

    private Uni<Void> commit(UUID id) {
        return customers.eraseInTransaction(
                id,
                tx ->
                        outbox.add(
                                tx,
                                List.of(
                                        CustomerFact.of(
                                                CustomerFact.Kind.ERASED, id, clock.instant()))));
    }
}
