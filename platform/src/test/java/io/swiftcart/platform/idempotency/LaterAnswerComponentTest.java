package io.swiftcart.platform.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.problem.Problem;
import io.swiftcart.things.Sql;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LaterAnswerComponentTest {
    @Inject Idempotency idempotency;
    @Inject Database database;
    @Inject Sql sql;

    private final String key = UUID.randomUUID().toString();

    @Test
    void a_claim_that_is_answered_later_keeps_its_first_answer() {
        Claim claim = claim("alice");
        assertNull(idempotency.stored(database.pool(), claim).await().indefinitely());
        assertTrue(taken(claim));
        assertFalse(taken(claim));
        assertThrows(
                Problem.class,
                () -> idempotency.stored(database.pool(), claim).await().indefinitely());

        Answer answer = idempotency.answer(202, Map.of("a", 1), Map.of("Location", "/x"));
        idempotency.store(database.pool(), claim, answer).await().indefinitely();
        Answer later = idempotency.answer(201, Map.of("a", 2), Map.of());
        idempotency.store(database.pool(), claim, later).await().indefinitely();
        idempotency.free(database.pool(), claim).await().indefinitely();

        Answer kept = idempotency.stored(database.pool(), claim).await().indefinitely();
        assertEquals(answer, kept);
        assertEquals(answer.hashCode(), kept.hashCode());
        assertEquals("Answer[202, 7 bytes]", kept.toString());
    }

    @Test
    void a_claim_that_is_given_up_is_free() {
        Claim claim = claim("alice");
        assertTrue(taken(claim));

        idempotency.free(database.pool(), claim).await().indefinitely();

        assertTrue(taken(claim));
    }

    @Test
    void keys_are_kept_for_24_hours() {
        store("old");
        store("kept");
        String age =
                "update idempotency_key set claimed_at = now() - make_interval(mins => $1) where key = $2 and caller = $3";
        sql.rows(age, 24 * 60 + 1, key, "old");
        sql.rows(age, 24 * 60 - 1, key, "kept");

        idempotency.forgetOld().await().indefinitely();

        assertEquals(
                "kept",
                sql.rows("select caller from idempotency_key where key = $1", key)
                        .getFirst()
                        .getString(0));
    }

    private void store(String caller) {
        Answer answer = idempotency.answer(201, Map.of(), Map.of());
        idempotency.store(database.pool(), claim(caller), answer).await().indefinitely();
    }

    private Claim claim(String caller) {
        return idempotency.claim(
                caller, "POST /things", new IdempotencyKey(key), Map.of("request", "a"));
    }

    private boolean taken(Claim claim) {
        return database.inTransaction(tx -> idempotency.take(tx, claim)).await().indefinitely();
    }
}
