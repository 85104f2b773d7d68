package io.swiftcart.account.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.password4j.Argon2Function;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a check of a password costs is counted in hashes: no clock is looked at. */
class PasswordsTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Vertx VERTX = Vertx.vertx();

    private final List<String> hashed = new CopyOnWriteArrayList<>();
    private final CostlyWork costly = new CostlyWork(VERTX, new TwoAtOnce());
    private final Passwords counted =
            new Passwords(
                    costly,
                    (_, hash) -> {
                        hashed.add(hash);
                        return true;
                    });

    private record TwoAtOnce() implements CostlyConfig {
        @Override
        public int atOnce() {
            return 2;
        }

        @Override
        public int waitingMax() {
            return 10;
        }
    }

    @AfterAll
    static void close() {
        VERTX.closeAndAwait();
    }

    @Test
    void an_unknown_person_costs_one_hash_of_the_same_price_as_a_known_one() {
        String stored = new Passwords(costly).hash("correct horse").await().atMost(SOON);

        boolean known = counted.matches("battery staple", stored).await().atMost(SOON);
        boolean unknown = counted.matches("battery staple", null).await().atMost(SOON);

        assertTrue(known);
        assertFalse(unknown, "nobody is let in, whatever the hash says");
        assertEquals(2, hashed.size());
        assertEquals(price(hashed.getFirst()), price(hashed.getLast()));
    }

    @Test
    void a_password_is_that_of_its_own_hash_and_of_no_other() {
        Passwords passwords = new Passwords(costly);
        String stored = passwords.hash("correct horse").await().atMost(SOON);

        assertTrue(passwords.matches("correct horse", stored).await().atMost(SOON));
        assertFalse(passwords.matches("battery staple", stored).await().atMost(SOON));
        assertFalse(passwords.matches("correct horse", null).await().atMost(SOON));
    }

    /** Variant, version, memory, passes and lanes. */
    private static List<Object> price(String hash) {
        Argon2Function function = Argon2Function.getInstanceFromHash(hash);
        return List.of(
                function.getVariant(),
                function.getVersion(),
                function.getMemory(),
                function.getIterations(),
                function.getParallelism(),
                function.getOutputLength());
    }
}
