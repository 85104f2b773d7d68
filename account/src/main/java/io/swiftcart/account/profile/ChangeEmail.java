package io.swiftcart.account.profile;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.customers.Customers;
import io.swiftcart.account.letters.Letters;
import io.swiftcart.account.letters.Proofs;
import io.swiftcart.account.letters.Purpose;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.encryption.DataKey;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Another e-mail address: it counts once its owner has confirmed it. */
@ApplicationScoped
class ChangeEmail {
    private final Database database;
    private final ProvePassword provePassword;
    private final Customers customers;
    private final Letters letters;
    private final Proofs proofs;

    ChangeEmail(
            Database database,
            ProvePassword provePassword,
            Customers customers,
            Letters letters,
            Proofs proofs) {
        this.database = database;
        this.provePassword = provePassword;
        this.customers = customers;
        this.letters = letters;
        this.proofs = proofs;
    }

    Uni<Void> ask(UUID id, EmailRequest request, String address) {
        return provePassword
                .of(id, request.password(), address)
                .chain(() -> letters.add(Purpose.CONFIRM_EMAIL, request.email(), id));
    }

    Uni<Void> confirm(String token) {
        return proofs.owner(Purpose.CONFIRM_EMAIL, token)
                .chain(
                        owner ->
                                customers
                                        .key(owner)
                                        .chain(
                                                key ->
                                                        database.inTransaction(
                                                                tx ->
                                                                        confirm(
                                                                                tx, owner, key,
                                                                                token))));
    }

    private Uni<Void> confirm(SqlConnection tx, UUID owner, DataKey key, String token) {
        return customers
                .lock(tx, owner)
                .chain(() -> proofs.takeEmail(tx, key, token))
                .chain(email -> customers.changeEmail(tx, owner, key, email));
    }
}
