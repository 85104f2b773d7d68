package io.swiftcart.account.registration;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.credentials.Passwords;
import io.swiftcart.account.customers.Customer;
import io.swiftcart.account.customers.CustomerFact;
import io.swiftcart.account.customers.Customers;
import io.swiftcart.account.customers.NewCustomer;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.encryption.DataKey;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.outbox.Fact;
import io.swiftcart.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        return customers
                .byLogin(request.email())
                .invoke(RegisterCustomer::refuseTaken)
                .chain(() -> passwords.hash(request.password()))
                .map(
                        hash ->
                                new NewCustomer(
                                        Ids.next(),
                                        null,
                                        request.email(),
                                        request.name(),
                                        hash,
                                        ROLES))
                .call(added -> customers.key(added.id()).chain(key -> commit(added, key)))
                .map(added -> new RegisteredView(added.id(), added.email(), added.name()));
    }

    private Uni<Void> commit(NewCustomer added, DataKey key) {
        return database.inTransaction(
                tx ->
                        customers
                                .add(tx, added, key)
                                .chain(() -> outbox.add(tx, List.of(fact(added.id())))));
    }

    private Fact fact(UUID id) {
        return CustomerFact.of(CustomerFact.Kind.REGISTERED, id, clock.instant());
    }

    /** Before a hash and a key are made in vain; the constraint has the last word. */
    private static void refuseTaken(@Nullable Customer found) {
        if (found != null) {
            throw Customers.taken();
        }
    }
}
