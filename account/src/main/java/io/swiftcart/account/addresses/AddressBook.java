package io.swiftcart.account.addresses;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.AccountProblem;
import io.swiftcart.account.customers.Customers;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.encryption.DataKey;
import io.swiftcart.platform.http.ETags;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.page.Cursor;
import io.swiftcart.platform.page.Limit;
import io.swiftcart.platform.page.Page;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and changes the addresses of one customer. */
@ApplicationScoped
class AddressBook {
    private static final int ADDRESSES_MAX = 100;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Database database;
    private final Customers customers;
    private final AddressRepository addresses;

    AddressBook(Database database, Customers customers, AddressRepository addresses) {
        this.database = database;
        this.customers = customers;
        this.addresses = addresses;
    }

    Uni<Page<AddressView>> page(UUID owner, Limit limit, @Nullable String cursor) {
        List<String> place = Cursor.decode(cursor, 1);
        UUID after = place.isEmpty() ? BEFORE_ALL : parse(place.getFirst());
        return customers
                .key(owner)
                .chain(key -> addresses.page(database.pool(), owner, key, after, limit.plusOne()))
                .map(read -> Page.of(read, limit, last -> Cursor.encode(last.id())));
    }

    Uni<AddressView> one(UUID owner, UUID id) {
        return customers
                .key(owner)
                .chain(key -> addresses.find(database.pool(), owner, key, id))
                .onItem()
                .ifNull()
                .failWith(AddressBook::notFound);
    }

    Uni<AddressView> add(UUID owner, AddressRequest address) {
        return customers
                .key(owner)
                .chain(key -> database.inTransaction(tx -> add(tx, owner, key, address)));
    }

    /** {@code basis}: the version that the caller has read, if they say so. */
    Uni<AddressView> change(UUID owner, UUID id, @Nullable Long basis, AddressRequest address) {
        return customers
                .key(owner)
                .chain(
                        key ->
                                database.inTransaction(
                                        tx -> change(tx, owner, key, id, basis, address)));
    }

    Uni<Void> remove(UUID owner, UUID id) {
        return database.inTransaction(tx -> addresses.remove(tx, owner, id))
                .invoke(AddressBook::refuseNone)
                .replaceWithVoid();
    }

    private Uni<AddressView> add(
            SqlConnection tx, UUID owner, DataKey key, AddressRequest address) {
        return customers
                .lock(tx, owner)
                .chain(() -> addresses.count(tx, owner))
                .invoke(AddressBook::refuseFull)
                .chain(() -> addresses.add(tx, owner, key, Ids.next(), address));
    }

    private Uni<AddressView> change(
            SqlConnection tx,
            UUID owner,
            DataKey key,
            UUID id,
            @Nullable Long basis,
            AddressRequest address) {
        return customers
                .lock(tx, owner)
                .chain(() -> addresses.find(tx, owner, key, id))
                .onItem()
                .ifNull()
                .failWith(AddressBook::notFound)
                .invoke(current -> refuseStale(current, basis))
                .chain(() -> addresses.change(tx, owner, key, id, address));
    }

    private static void refuseFull(long present) {
        if (present >= ADDRESSES_MAX) {
            throw new Problem(AccountProblem.ADDRESS_BOOK_FULL, "Remove an address first.");
        }
    }

    private static void refuseStale(AddressView current, @Nullable Long basis) {
        if (basis != null && basis != current.version()) {
            throw ETags.stale();
        }
    }

    private static void refuseNone(boolean removed) {
        if (!removed) {
            throw notFound();
        }
    }

    private static Problem notFound() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such address.");
    }

    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            throw Cursor.malformed();
        }
    }
}
