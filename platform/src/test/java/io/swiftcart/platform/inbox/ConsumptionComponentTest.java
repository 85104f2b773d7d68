package io.swiftcart.platform.inbox;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.stack.testing.Facts;
import io.swiftcart.stack.testing.Facts.Received;
import io.swiftcart.things.Happened;
import io.swiftcart.things.Parts;
import io.swiftcart.things.Sql;
import io.swiftcart.things.ThingsListener;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ConsumptionComponentTest {
    private static final String DEAD = Parts.HAPPENED + ".dlq";

    @Inject Sql sql;
    @Inject Inbox inbox;
    @Inject ThingsListener listener;

    private final String key = UUID.randomUUID().toString();

    @Test
    void a_fact_that_comes_twice_has_its_effect_once() {
        Happened fact = Happened.to("twice-" + key);
        publish(fact.json());
        publish(fact.json());
        publish(marker());

        awaitMarker();
        assertEquals(2, listener.tries(fact.name()));
        assertEquals(1, sql.count("select times from thing where name = $1", fact.name()));
    }

    @Test
    void an_effect_that_fails_for_a_moment_is_tried_again_in_place() {
        Happened fact = Happened.to("third-" + key);

        publish(fact.json());

        await().until(() -> worked(fact.name()));
        assertEquals(3, listener.tries(fact.name()));
    }

    @Test
    void an_effect_that_keeps_failing_goes_to_the_dead_letters_and_lets_the_others_pass() {
        Happened fact = Happened.to("never-" + key);
        long begun = System.nanoTime();
        Facts.publish(
                Parts.HAPPENED,
                key,
                fact.json(),
                Map.of("ce_id", fact.eventId().toString(), "correlation-id", "dead-1"));
        publish(marker());

        Received dead = Facts.consume(DEAD).ofKey(key, 1).getFirst();

        Duration tried = Duration.ofNanos(System.nanoTime() - begun);
        assertTrue(tried.compareTo(Duration.ofSeconds(12)) < 0, "after " + tried);
        assertTrue(listener.tries(fact.name()) > 3);
        assertEquals(fact.json(), dead.json());
        assertEquals(fact.eventId().toString(), dead.headers().get("ce_id"));
        assertEquals("dead-1", dead.headers().get("correlation-id"));
        assertEquals("refused " + fact.name(), dead.headers().get("dead-letter-reason"));
        assertEquals(Parts.HAPPENED, dead.headers().get("dead-letter-topic"));
        assertTrue(dead.headers().get("dead-letter-stack-hash").matches("[0-9a-f]{16}"));
        awaitMarker();
        assertEquals(0, sql.count("select count(*) from thing where name = $1", fact.name()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"eventId\": \"x\", \"name\": \"a\"}",
                "{\"name\": 5}",
                "{\"name\": \"a\\u0000\"}"
            })
    void a_fact_that_cannot_be_read_goes_to_the_dead_letters_at_once(String value) {
        publish(value);
        publish(marker());

        await().atMost(Duration.ofSeconds(6)).until(() -> worked("marker-" + key));
        assertEquals(value, Facts.consume(DEAD).ofKey(key, 1).getFirst().json());
    }

    @Test
    void a_tombstone_is_passed_over() {
        publish(null);
        publish(marker());

        awaitMarker();
    }

    @Test
    void while_the_database_is_away_facts_wait_and_callers_are_told_to_come_back() {
        Happened fact = Happened.to("patient-" + key);

        Parts.withoutPostgres(
                () -> {
                    publish(fact.json());
                    await().atMost(Duration.ofSeconds(20))
                            .until(() -> listener.tries(fact.name()) > 6);
                    given().get("/things/hops").then().statusCode(503).header("Retry-After", "1");
                });
        publish(marker());

        awaitMarker();
        assertTrue(worked(fact.name()));
        List<Received> dead = Facts.consume(DEAD).until(_ -> true);
        assertTrue(dead.stream().noneMatch(letter -> key.equals(letter.key())));
    }

    @Test
    void facts_are_remembered_longer_than_dead_letters_are_kept() {
        UUID old = UUID.randomUUID();
        UUID kept = UUID.randomUUID();
        String remember =
                "insert into inbox (consumer, event_id, seen_at) values ('x', $1, now() - make_interval(days => $2))";
        sql.rows(remember, old, 41);
        sql.rows(remember, kept, 39);

        inbox.forgetOld().await().indefinitely();

        String count = "select count(*) from inbox where event_id = $1";
        assertEquals(0, sql.count(count, old));
        assertEquals(1, sql.count(count, kept));
    }

    private void publish(String json) {
        Facts.publish(Parts.HAPPENED, key, json, Map.of());
    }

    private String marker() {
        return Happened.to("marker-" + key).json();
    }

    private void awaitMarker() {
        await().atMost(Duration.ofSeconds(30)).until(() -> worked("marker-" + key));
    }

    private boolean worked(String name) {
        return sql.count("select count(*) from thing where name = $1", name) == 1;
    }
}
