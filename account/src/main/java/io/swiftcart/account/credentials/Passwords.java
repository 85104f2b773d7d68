package io.swiftcart.account.credentials;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Argon2id with what OWASP advises: 19 MiB, two passes, one lane. */
@ApplicationScoped
public class Passwords {
    /** Shortest and longest password in characters. */
    public static final int MIN_LENGTH = 8;

    public static final int MAX_LENGTH = 128;

    private static final Argon2Function ARGON2 =
            Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    /** Of a password that nobody knows, with the cost of all others. */
    private static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$c3dpZnRjYXJ0LW5vYm9keQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final CostlyWork costly;
    private final BiPredicate<String, String> check;

    @Inject
    Passwords(CostlyWork costly) {
        this(costly, Passwords::check);
    }

    /** {@code check}: whether a password is that of a hash. */
    Passwords(CostlyWork costly, BiPredicate<String, String> check) {
        this.costly = costly;
        this.check = check;
    }

    /** The hash to store, with its salt and cost. */
    public Uni<String> hash(String password) {
        return costly.of(() -> Password.hash(password).addRandomSalt(16).with(ARGON2).getResult());
    }

    /**
     * Whether the password is the right one; {@code hash} null takes as long and is never right.
     */
    Uni<Boolean> matches(String password, @Nullable String hash) {
        return costly.of(() -> check.test(password, hash == null ? NOBODYS : hash) && hash != null);
    }

    private static boolean check(String password, String hash) {
        return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    }
}
