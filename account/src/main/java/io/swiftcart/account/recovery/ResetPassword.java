package io.swiftcart.account.recovery;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.credentials.CheckPassword;
import io.swiftcart.account.credentials.Passwords;
import io.swiftcart.account.customers.Customers;
import io.swiftcart.account.letters.Letters;
import io.swiftcart.account.letters.Proofs;
import io.swiftcart.account.letters.Purpose;
import io.swiftcart.account.tokens.RefreshTokens;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Sends a token to who has forgotten their password, and takes it back with a new one. */
@ApplicationScoped
class ResetPassword {
    private final Database database;
    private final Letters letters;
    private final Proofs proofs;
    private final Passwords passwords;
    private final CheckPassword checkPassword;
    private final Customers customers;
    private final RefreshTokens refreshTokens;

    ResetPassword(
            Database database,
            Letters letters,
            Proofs proofs,
            Passwords passwords,
            CheckPassword checkPassword,
            Customers customers,
            RefreshTokens refreshTokens) {
        this.database = database;
        this.letters = letters;
        this.proofs = proofs;
        this.passwords = passwords;
        this.checkPassword = checkPassword;
        this.customers = customers;
        this.refreshTokens = refreshTokens;
    }

    Uni<Void> ask(String email) {
        return letters.add(Purpose.RESET_PASSWORD, email, null);
    }

    /**
     * Ends all sessions, and forgets the failures from the address that has proved to be the
     * customer's.
     */
    Uni<Void> with(ResetRequest request, String address) {
        return passwords
                .hash(request.password())
                .chain(hash -> database.inTransaction(tx -> reset(tx, request.token(), hash)))
                .chain(customers::byId)
                .chain(customer -> checkPassword.forgive(customer.email(), address));
    }

    private Uni<UUID> reset(SqlConnection tx, String token, String hash) {
        return proofs.take(tx, Purpose.RESET_PASSWORD, token)
                .call(owner -> customers.lock(tx, owner))
                .call(owner -> customers.changePassword(tx, owner, hash))
                .call(owner -> refreshTokens.endAll(tx, owner));
    }
}
