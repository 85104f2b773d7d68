package io.swiftcart.account.registration;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.credentials.Passwords;
import io.swiftcart.account.customers.CustomerFact;
import io.swiftcart.account.customers.Customers;
import io.swiftcart.account.customers.NewCustomer;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Adds a customer, and tells that there is one. */
@ApplicationScoped
class RegisterCustomer {
    private static final List<String> ROLES = List.of("customer");

    private final Database database;
    private final Customers customers;
    private final Passwords passwords;
    private final Outbox outbox;
    private final Clock clock;

    RegisterCustomer(
            Database database,
            Customers customers,
            Passwords passwords,
            Outbox outbox,
            Clock clock) {
        this.database = database;
        this.customers = customers;
        this.passwords = passwords;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<RegisteredView> with(RegisterRequest request) {
        return passwords
                .hash(request.password())
                .map(
                        hash ->
                                new NewCustomer(
                                        Ids.next(),
                                        null,
                                        request.email(),
                                        request.name(),
                                        hash,
                                        ROLES))
                .call(this::commit)
                .map(added -> new RegisteredView(added.id(), added.email(), added.name()));
    }

    private Uni<Void> commit(NewCustomer added) {
        return database.inTransaction(
                tx ->
                        customers
                                .add(tx, added)
                                .chain(
                                        () ->
                                                outbox.add(
                                                        tx,
                                                        List.of(
                                                                CustomerFact.of(
                                                                        CustomerFact.Kind
                                                                                .REGISTERED,
                                                                        added.id(),
                                                                        clock.instant())))));
    }
}
