package io.swiftcart.account.profile;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.customers.Customer;
import io.swiftcart.account.customers.Customers;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.encryption.DataKey;
import io.swiftcart.platform.http.ETags;
import io.vertx.mutiny.sqlclient.SqlConnection;
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
        return customers.byId(id);
    }

    /** {@code basis}: the version that the caller has read, if they say so. */
    Uni<Customer> change(UUID id, @Nullable Long basis, ProfileRequest request) {
        return customers
                .key(id)
                .chain(key -> database.inTransaction(tx -> change(tx, id, key, basis, request)));
    }

    private Uni<Customer> change(
            SqlConnection tx, UUID id, DataKey key, @Nullable Long basis, ProfileRequest request) {
        return customers
                .lock(tx, id)
                .invoke(version -> refuseStale(version, basis))
                .chain(() -> customers.changeProfile(tx, id, key, request.name(), request.phone()));
    }

    private static void refuseStale(long version, @Nullable Long basis) {
        if (basis != null && basis != version) {
            throw ETags.stale();
        }
    }
}
