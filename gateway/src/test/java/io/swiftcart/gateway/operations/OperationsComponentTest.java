package io.swiftcart.gateway.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.gateway.wire.Answer;
import io.swiftcart.gateway.wire.Neighbour;
import io.swiftcart.gateway.wire.Received;
import io.swiftcart.gateway.wire.Wire;
import io.swiftcart.stack.testing.Tokens;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OperationsComponentTest {
    private static final List<String> SERVICES =
            List.of("account", "catalog", "inventory", "notification", "order", "payment");
    private static final String LETTERS = "/api/v1/admin/dead-letters";
    private static final String INVARIANTS = "/api/v1/admin/invariants";

    private final Map<String, Neighbour> services = new TreeMap<>();

    @BeforeEach
    void open() {
        SERVICES.forEach(name -> services.put(name, Neighbour.open(name)));
    }

    @AfterEach
    void close() {
        services.values().forEach(Neighbour::close);
    }

    @Test
    void invariants_of_all_services_are_one_report() {
        SERVICES.forEach(name -> reports(name, "12:00:00"));
        reports("inventory", "12:00:02", rule("I3", 5));
        reports("order", "12:00:01", rule("I8", 7), rule("I3", 2, "an order is wrong"));
        reports("payment", "12:00:03", rule("I1", 9), rule("I8", 1));

        Answer answer = Wire.ask("GET " + INVARIANTS, bearer("admin"), "X-Correlation-ID: c-1");

        assertEquals(200, answer.status());
        assertEquals(
                new JsonObject()
                        .put("checkedAt", "2026-11-20T12:00:00Z")
                        .put(
                                "invariants",
                                new JsonArray()
                                        .add(rule("I1", 9))
                                        .add(rule("I3", 7, "an order is wrong"))
                                        .add(rule("I8", 8))),
                answer.json());
        Received asked = services.get("payment").only();
        assertEquals("GET /internal/admin/invariants", asked.line());
        assertEquals(List.of("c-1"), asked.header("X-Correlation-ID"));
        assertTrue(asked.header("Authorization").getFirst().startsWith("Bearer "));
    }

    @Test
    void dead_letters_of_all_services_are_one_list_with_one_cursor() {
        SERVICES.forEach(name -> lists(name, null));
        lists("inventory", null, letter(2));
        lists("order", "more", letter(5), letter(1));
        lists("notification", null, letter(4), letter(3));

        JsonObject page = letters("?limit=4");

        assertEquals(List.of(5, 4, 3, 2), numbers(page));
        assertEquals(letter(5), page.getJsonArray("items").getJsonObject(0));
        assertEquals(
                "GET /internal/admin/dead-letters?limit=4", services.get("catalog").only().line());
        services.values().forEach(Neighbour::forget);
        SERVICES.forEach(name -> lists(name, null));
        lists("order", null, letter(1));

        JsonObject last =
                letters("?limit=4&topic=orders.x.v1&cursor=" + page.getString("nextCursor"));

        assertEquals(List.of(1), numbers(last));
        assertNull(last.getString("nextCursor"));
        assertTrue(last.containsKey("nextCursor"));
        assertEquals(
                "GET /internal/admin/dead-letters?limit=4&topic=orders.x.v1&cursor="
                        + page.getString("nextCursor"),
                services.get("catalog").only().line());
    }

    @Test
    void a_replay_is_added_up() {
        SERVICES.forEach(name -> replays(name, 0, 0));
        replays("order", 3, 2);
        replays("notification", 4, 4);
        String body = "{\"topic\":\"orders.confirmed.v1\"}";

        Answer answer = replay(body);

        assertEquals(200, answer.status());
        assertEquals(
                new JsonObject().put("matched", 7).put("replayed", 6).put("dryRun", false),
                answer.json());
        Received asked = services.get("order").only();
        assertEquals("POST /internal/admin/dead-letters/replay", asked.line());
        assertEquals(body, new String(asked.body(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "notification"})
    void a_service_that_does_not_answer_is_named(String away) {
        SERVICES.forEach(name -> reports(name, "12:00:00"));
        services.get(away).close();

        Answer answer = Wire.ask("GET " + INVARIANTS, bearer("admin"));

        assertEquals(503, answer.status());
        assertEquals("service-unavailable", answer.problem());
        assertTrue(answer.json().getString("detail").contains(away));
    }

    @Test
    void a_service_that_fails_is_named_too() {
        SERVICES.forEach(name -> reports(name, "12:00:00"));
        services.get("payment").answering(request -> request.response().setStatusCode(500).end());

        assertTrue(
                Wire.ask("GET " + INVARIANTS, bearer("admin"))
                        .json()
                        .getString("detail")
                        .contains("payment"));
    }

    @Test
    void the_second_replica_stands_in() {
        SERVICES.forEach(name -> reports(name, "12:00:00"));
        services.get("catalog").close();
        try (Neighbour second = Neighbour.open("catalog-2")) {
            second.answering(request -> request.response().end(report("12:00:00").encode()));

            assertEquals(200, Wire.ask("GET " + INVARIANTS, bearer("admin")).status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "alice", "loadtest"})
    void only_an_admin_may(String account) {
        assertEquals("forbidden", Wire.ask("GET " + LETTERS, bearer(account)).problem());
        assertEquals("forbidden", Wire.ask("GET " + INVARIANTS, bearer(account)).problem());
        assertEquals(401, Wire.ask("GET " + LETTERS).status());
        assertEquals(401, Wire.ask("GET " + INVARIANTS).status());
        services.values().forEach(service -> assertTrue(service.received().isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=0",
                "?limit=201",
                "?cursor=x",
                "?cursor=%20",
                "?cursor=Zm9v",
                "?topic=%00"
            })
    void a_question_that_is_malformed_is_asked_nobody(String query) {
        assertEquals(400, Wire.ask("GET " + LETTERS + query, bearer("admin")).status());
        services.values().forEach(service -> assertTrue(service.received().isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ids\":[]}",
                "{\"ids\":[\"x\"]}",
                "{\"dry\":true}",
                "{\"topic\":\"a b\"}",
                "null"
            })
    void a_replay_that_is_malformed_is_asked_nobody(String body) {
        assertEquals(400, replay(body).status());
        services.values().forEach(service -> assertTrue(service.received().isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/admin/invariants", "/internal/admin/dead-letters"})
    void what_is_internal_does_not_exist_at_the_door(String address) {
        assertEquals("not-found", Wire.ask("GET " + address, bearer("admin")).problem());
    }

    private static Answer replay(String body) {
        return Wire.send(
                "POST " + LETTERS + "/replay",
                body.getBytes(StandardCharsets.UTF_8),
                bearer("admin"),
                "Content-Type: application/json");
    }

    private static JsonObject letters(String query) {
        Answer answer = Wire.ask("GET " + LETTERS + query, bearer("admin"));
        assertEquals(200, answer.status());
        return answer.json();
    }

    private static List<Integer> numbers(JsonObject page) {
        return page.getJsonArray("items").stream()
                .map(letter -> ((JsonObject) letter).getInteger("partition"))
                .toList();
    }

    private void reports(String service, String time, JsonObject... rules) {
        answers(service, report(time, rules));
    }

    private static JsonObject report(String time, JsonObject... rules) {
        return new JsonObject()
                .put("checkedAt", "2026-11-20T" + time + "Z")
                .put("invariants", new JsonArray(List.of(rules)));
    }

    private static JsonObject rule(String id, int figure, String... violations) {
        return new JsonObject()
                .put("id", id)
                .put("holds", violations.length == 0)
                .put("figure", figure)
                .put("violations", new JsonArray(Stream.of(violations).toList()));
    }

    private void lists(String service, String cursor, JsonObject... letters) {
        answers(
                service,
                new JsonObject()
                        .put("items", new JsonArray(List.of(letters)))
                        .put("nextCursor", cursor));
    }

    private static JsonObject letter(int number) {
        return new JsonObject()
                .put(
                        "id",
                        Integer.toHexString(number * 3 - 1) + "192f0c1-0000-7000-8000-000000000000")
                .put("topic", "orders.confirmed.v1")
                .put("partition", number)
                .put("offset", 1L << 40)
                .put("key", "k")
                .put("consumer", "order")
                .put("reason", "r")
                .put("stackHash", "0123456789abcdef")
                .put("headers", new JsonObject().put("ce_id", "e"))
                .put("payload", new JsonObject().put("a", new JsonArray().add(1).addNull()))
                .put("attempts", 7)
                .put("failedAt", "2026-11-20T12:00:00Z")
                .put("correlationId", "c");
    }

    private void replays(String service, int matched, int replayed) {
        answers(
                service,
                new JsonObject()
                        .put("matched", matched)
                        .put("replayed", replayed)
                        .put("dryRun", false));
    }

    private void answers(String service, JsonObject body) {
        services.get(service)
                .answering(
                        request ->
                                request.response()
                                        .putHeader("Content-Type", "application/json")
                                        .end(body.encode()));
    }

    private static String bearer(String account) {
        return "Authorization: Bearer " + Tokens.of(account);
    }
}
