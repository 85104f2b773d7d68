package io.swiftcart.account.credentials;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.AccountProblem;
import io.swiftcart.account.customers.Customer;
import io.swiftcart.account.customers.Customers;
import io.swiftcart.account.customers.Proof;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Finds who logs in. A wrong password and an unknown person are one answer, after the same
 * statements and the same hash: what costs time is asked of both, and who it is only afterwards.
 */
@ApplicationScoped
public class CheckPassword {
    private final Customers customers;
    private final Passwords passwords;
    private final LoginThrottle throttle;

    CheckPassword(Customers customers, Passwords passwords, LoginThrottle throttle) {
        this.customers = customers;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /**
     * The customer, or problem {@code invalid-credentials}, or {@code too-many-tries} from this
     * address.
     */
    public Uni<Customer> of(String login, String password, String address) {
        Buffer pair = throttle.pair(login, address);
        return throttle.refuseLocked(pair)
                .chain(() -> customers.proof(login))
                .chain(found -> decide(pair, found, password));
    }

    /** Forgets the failures of somebody at this address, who has proved otherwise who they are. */
    public Uni<Void> forgive(String login, String address) {
        return throttle.forget(throttle.pair(login, address));
    }

    private Uni<Customer> decide(Buffer pair, @Nullable Proof found, String password) {
        String hash = found == null ? null : found.passwordHash();
        return passwords
                .matches(password, hash)
                .chain(
                        right ->
                                found != null && right
                                        ? throttle.passed(pair)
                                                .chain(() -> customers.byId(found.customerId()))
                                        : refuse(pair));
    }

    private Uni<Customer> refuse(Buffer pair) {
        return throttle.failed(pair).chain(() -> Uni.createFrom().failure(invalid()));
    }

    private static Problem invalid() {
        return new Problem(
                AccountProblem.INVALID_CREDENTIALS, "Check both, or ask for a new password.");
    }
}
