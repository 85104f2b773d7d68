package io.swiftcart.platform.operations;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.swiftcart.stack.testing.Facts;
import io.swiftcart.stack.testing.Tokens;
import io.swiftcart.things.Happened;
import io.swiftcart.things.Parts;
import io.swiftcart.things.Sql;
import io.swiftcart.things.ThingsListener;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DeadLettersComponentTest {
    private static final String PAGE = "/internal/admin/dead-letters";
    private static final String REPLAY = PAGE + "/replay";

    @Inject Sql sql;
    @Inject ThingsListener listener;

    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void empty() {
        sql.rows("delete from dead_letter");
        listener.sicken();
    }

    @Test
    void a_dead_letter_tells_all_that_an_operator_needs() {
        Happened fact = Happened.to("never-" + key);
        publish(fact.json(), Map.of("ce_id", "e-1", "correlation-id", "dead-" + key));
        awaitLetters(1);

        Map<String, Object> letter = items(asAdmin().get(PAGE).then()).getFirst();

        assertEquals(
                Set.of(
                        "id",
                        "topic",
                        "partition",
                        "offset",
                        "key",
                        "consumer",
                        "reason",
                        "stackHash",
                        "headers",
                        "payload",
                        "attempts",
                        "failedAt",
                        "correlationId"),
                letter.keySet());
        assertEquals(Parts.HAPPENED, letter.get("topic"));
        assertEquals(key, letter.get("key"));
        assertEquals("platform", letter.get("consumer"));
        assertEquals("refused " + fact.name(), letter.get("reason"));
        assertTrue(letter.get("stackHash").toString().matches("[0-9a-f]{16}"));
        assertEquals(
                Map.of("ce_id", "e-1", "correlation-id", "dead-" + key), letter.get("headers"));
        assertEquals(fact.name(), ((Map<?, ?>) letter.get("payload")).get("name"));
        assertEquals(listener.tries(fact.name()), letter.get("attempts"));
        assertEquals("dead-" + key, letter.get("correlationId"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "5", "\u0000"})
    void whatever_the_payload_it_is_shown(String value) {
        publish(value, Map.of());
        awaitLetters(1);

        Map<String, Object> letter = items(asAdmin().get(PAGE).then()).getFirst();

        Object shown = letter.get("payload");
        assertEquals(value, String.valueOf(shown));
        assertEquals(1, letter.get("attempts"));
        assertEquals(1, Facts.consume(Parts.HAPPENED + ".dlq").ofKey(key, 1).size());
    }

    @Test
    void a_replayed_letter_is_worked_off_and_says_so() {
        Happened fact = Happened.to("sick-" + key);
        publish(fact.json(), Map.of("ce_id", "e-2"));
        awaitLetters(1);
        String id = items(asAdmin().get(PAGE).then()).getFirst().get("id").toString();
        listener.heal();

        replay("{}", 1, 1);

        await().atMost(Duration.ofSeconds(20)).until(() -> worked(fact.name()));
        var sent = Facts.consume(Parts.HAPPENED + ".replay").ofKey(key, 1).getFirst();
        assertEquals(fact.json(), sent.json());
        assertEquals("e-2", sent.headers().get("ce_id"));
        assertEquals("platform", sent.headers().get("replay-consumer"));
        Map<String, Object> letter = items(asAdmin().get(PAGE).then()).getFirst();
        assertEquals(id, letter.get("id"));
        assertTrue(letter.containsKey("replayedAt"));

        replay("{}", 0, 0);
        replay("{\"ids\":[\"" + id + "\"]}", 1, 1);
        publish(Happened.to("marker-" + key).json(), Map.of());
        await().atMost(Duration.ofSeconds(20)).until(() -> worked("marker-" + key));
        assertEquals(1, sql.count("select times from thing where name = $1", fact.name()));
    }

    @Test
    void a_letter_that_dies_again_is_a_new_one_that_counts_on() {
        publish("{", Map.of("ce_id", "e-3"));
        awaitLetters(1);

        replay("{\"topic\":\"" + Parts.HAPPENED + "\"}", 1, 1);
        awaitLetters(2);

        List<Map<String, Object>> letters = items(asAdmin().get(PAGE).then());
        assertEquals(2, letters.getFirst().get("attempts"));
        assertEquals(Parts.HAPPENED, letters.getFirst().get("topic"));
        assertEquals(Map.of("ce_id", "e-3"), letters.getFirst().get("headers"));
        assertNull(letters.getFirst().get("replayedAt"));
        assertEquals(1, letters.getLast().get("attempts"));
        assertTrue(letters.getLast().containsKey("replayedAt"));
    }

    @Test
    void a_letter_of_a_topic_that_was_made_anew_is_not_taken_for_the_old_one() {
        publish("{old", Map.of());
        awaitLetters(1);
        sql.rows("update dead_letter set \"offset\" = \"offset\" + 1");

        publish("{new", Map.of());

        awaitLetters(2);
        assertEquals(1, sql.count("select count(distinct \"offset\") from dead_letter"));
    }

    @Test
    void a_replay_leaves_the_topic_itself_as_it_is() {
        publish("{", Map.of());
        awaitLetters(1);

        replay("{}", 1, 1);
        awaitLetters(2);
        String marker = Happened.to("marker-" + key).json();
        publish(marker, Map.of());

        assertEquals(marker, Facts.consume(Parts.HAPPENED).ofKey(key, 2).getLast().json());
    }

    @Test
    void a_replay_for_another_consumer_is_passed_over() {
        Happened fact = Happened.to("theirs-" + key);
        publish(fact.json(), Map.of("replay-consumer", "somebody-else"));
        publish(Happened.to("marker-" + key).json(), Map.of("replay-consumer", "platform"));

        await().atMost(Duration.ofSeconds(20)).until(() -> worked("marker-" + key));
        assertEquals(0, listener.tries(fact.name()));
    }

    @Test
    void a_dry_run_and_another_topic_send_nothing() {
        publish("{", Map.of());
        awaitLetters(1);

        asAdmin()
                .body("{\"dryRun\":true}")
                .post(REPLAY)
                .then()
                .statusCode(200)
                .body("matched", equalTo(1))
                .body("replayed", equalTo(0))
                .body("dryRun", equalTo(true));
        replay("{\"topic\":\"things.other.v1\"}", 0, 0);
        replay("{\"ids\":[\"" + UUID.randomUUID() + "\"]}", 0, 0);

        assertEquals(1, sql.count("select count(*) from dead_letter where replayed_at is null"));
    }

    @Test
    void the_list_is_paged_newest_first_and_filtered_by_topic() {
        for (int i = 0; i < 5; i++) {
            publish("{" + i, Map.of());
        }
        awaitLetters(5);

        List<Object> offsets = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification asked = asAdmin().queryParam("limit", 2);
            var page = (cursor == null ? asked : asked.queryParam("cursor", cursor)).get(PAGE);
            items(page.then()).forEach(letter -> offsets.add(letter.get("payload")));
            cursor = page.path("nextCursor");
        } while (cursor != null);

        assertEquals(List.of("{4", "{3", "{2", "{1", "{0"), offsets);
        asAdmin().queryParam("topic", "none").get(PAGE).then().body("items", hasSize(0));
        asAdmin().queryParam("topic", Parts.HAPPENED).get(PAGE).then().body("items", hasSize(5));
        asAdmin().queryParam("cursor", "x").get(PAGE).then().statusCode(400);
        asAdmin().queryParam("limit", "0").get(PAGE).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ids\":[]}",
                "{\"ids\":[\"x\"]}",
                "{\"dryrun\":true}",
                "{\"ids\":[null]}",
                "",
                "null"
            })
    void a_replay_that_is_not_meant_so_is_refused(String body) {
        asAdmin().body(body).post(REPLAY).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "alice", "order"})
    void only_an_admin_may(String account) {
        given().auth().oauth2(Tokens.of(account)).get(PAGE).then().statusCode(403);
        given().auth()
                .oauth2(Tokens.of(account))
                .contentType("application/json")
                .body("{}")
                .post(REPLAY)
                .then()
                .statusCode(403);
        given().get(PAGE).then().statusCode(401);
    }

    private static RequestSpecification asAdmin() {
        return given().auth().oauth2(Tokens.of("admin")).contentType("application/json");
    }

    private static void replay(String body, int matched, int replayed) {
        asAdmin()
                .body(body)
                .post(REPLAY)
                .then()
                .statusCode(200)
                .body("matched", equalTo(matched))
                .body("replayed", equalTo(replayed))
                .body("dryRun", equalTo(false));
    }

    private static List<Map<String, Object>> items(ValidatableResponse page) {
        return page.statusCode(200).extract().path("items");
    }

    private void publish(String json, Map<String, String> headers) {
        Facts.publish(Parts.HAPPENED, key, json, headers);
    }

    private void awaitLetters(int count) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> sql.count("select count(*) from dead_letter") == count);
    }

    private boolean worked(String name) {
        return sql.count("select count(*) from thing where name = $1", name) == 1;
    }
}
