package io.swiftcart.account.profile;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.customers.Customer;
import io.swiftcart.account.customers.Customers;
import io.swiftcart.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and changes what customers keep of themselves. */
@ApplicationScoped
class ReadProfile {
    private final Database database;
    private final Customers customers;

    ReadProfile(Database database, Customers customers) {
        this.database = database;
        this.customers = customers;
    }

    Uni<Customer> of(UUID id) {
        return customers.byId(database.pool(), id);
    }

    /** {@code basis}: the version that the caller has read, if they say so. */
    Uni<Customer> change(UUID id, @Nullable Long basis, ProfileRequest request) {
        return database.inTransaction(
                tx -> customers.changeProfile(tx, id, basis, request.name(), request.phone()));
    }
}
