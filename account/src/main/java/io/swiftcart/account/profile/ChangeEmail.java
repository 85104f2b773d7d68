package io.swiftcart.account.profile;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.customers.Customers;
import io.swiftcart.account.letters.Letters;
import io.swiftcart.account.letters.Proofs;
import io.swiftcart.account.letters.Purpose;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
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
                .chain(() -> queue(id, request.email()));
    }

    Uni<Void> confirm(String token) {
        return database.inTransaction(tx -> confirm(tx, token));
    }

    private Uni<Void> queue(UUID id, String email) {
        return database.inTransaction(tx -> letters.add(tx, Purpose.CONFIRM_EMAIL, email, id));
    }

    private Uni<Void> confirm(SqlConnection tx, String token) {
        return proofs.take(tx, Purpose.CONFIRM_EMAIL, token)
                .chain(
                        taken ->
                                customers.changeEmail(
                                        tx,
                                        taken.customer(),
                                        Objects.requireNonNull(taken.email())));
    }
}
