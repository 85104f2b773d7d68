package io.swiftcart.account.profile;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.AccountProblem;
import io.swiftcart.account.credentials.CheckPassword;
import io.swiftcart.account.customers.Customer;
import io.swiftcart.account.customers.Customers;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * A token may be stolen: what cannot be undone needs the password too. Failures count as those of
 * logins do.
 */
@ApplicationScoped
class ProvePassword {
    private final Customers customers;
    private final CheckPassword checkPassword;

    ProvePassword(Customers customers, CheckPassword checkPassword) {
        this.customers = customers;
        this.checkPassword = checkPassword;
    }

    /** The customer; problem {@code wrong-password}, or {@code too-many-tries}. */
    Uni<Customer> of(UUID id, String password, String address) {
        return customers
                .byId(id)
                .chain(customer -> checkPassword.of(customer.email(), password, address))
                .onFailure(ProvePassword::isWrong)
                .transform(_ -> new Problem(AccountProblem.WRONG_PASSWORD, "Nothing was changed."));
    }

    private static boolean isWrong(Throwable failure) {
        return failure instanceof Problem problem
                && problem.code() == AccountProblem.INVALID_CREDENTIALS;
    }
}
