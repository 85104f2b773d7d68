package io.swiftcart.e2e.access;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swiftcart.e2e.Http;
import io.swiftcart.e2e.SharedShop;
import io.swiftcart.e2e.Shop;
import io.swiftcart.e2e.access.AccessMatrix.Entry;
import io.swiftcart.e2e.access.Door.Answer;
import io.swiftcart.e2e.oracle.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The documented matrix of who may what, and everything that pretends to be somebody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedShop.class)
class AccessJourney {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> NOT_FROM_A_REQUEST =
            List.of("role", "price", "status", "customerId", "totalAmount", "madeUp");

    private final AccessMatrix matrix = new AccessMatrix();
    private final Shop shop;
    private Door gateway;
    private Callers callers;
    private Belongings belongings;
    private AskEverybody everybody;
    private long linesBefore;

    AccessJourney(Shop shop) {
        this.shop = shop;
    }

    @BeforeAll
    void open() throws IOException {
        linesBefore = Files.readAllLines(gatewayLog()).size();
        gateway = new Door(shop.gateway());
        callers = Callers.of(shop);
        belongings = new Belongings(gateway, callers.of("alice"));
        everybody = new AskEverybody(gateway, callers, belongings);
    }

    @AfterAll
    void no_question_has_left_an_error_in_the_log_of_the_gateway() throws IOException {
        assertEquals(
                List.of(),
                Files.readAllLines(gatewayLog()).stream()
                        .skip(linesBefore)
                        .filter(line -> line.contains("\"level\":\"ERROR\""))
                        .toList());
    }

    private Path gatewayLog() {
        return shop.data().resolve("logs/gateway.log");
    }

    @TestFactory
    Stream<DynamicTest> everybody_is_answered_as_documented() {
        return matrix.entries().stream()
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.toString(), () -> everybody.about(entry)));
    }

    @TestFactory
    Stream<DynamicTest> what_is_not_the_senders_to_say_is_refused_and_not_ignored() {
        return matrix.entries().stream()
                .filter(entry -> entry.body() != null)
                .filter(entry -> entry.contentType().equals("application/json"))
                .filter(entry -> !entry.path().contains("/webhooks/"))
                .filter(entry -> !entry.members().isEmpty())
                .map(entry -> DynamicTest.dynamicTest(entry.toString(), () -> isStrict(entry)));
    }

    /** Of all that is asked here as manager and admin, too. */
    @Test
    void the_trail_of_what_operators_did_is_whole() {
        String said = shop.verifyAudit();

        for (String service : List.of("account", "catalog", "inventory", "order", "payment")) {
            assertTrue(said.contains(service), said);
        }
    }

    @Test
    void an_entry_that_somebody_with_the_database_has_changed_is_found() throws SQLException {
        String first = " where entry_id = (select entry_id from audit_link where position = 1)";
        await().atMost(SOON)
                .until(
                        () ->
                                !sql().texts("catalog", "select entry_id from audit_entry" + first)
                                        .isEmpty());

        change("update audit_entry set origin = origin || '!'" + first);
        try {
            AssertionError broken = assertThrows(AssertionError.class, shop::verifyAudit);
            assertTrue(broken.getMessage().contains("ended with 1"), broken.getMessage());
        } finally {
            change("update audit_entry set origin = rtrim(origin, '!')" + first);
        }
        shop.verifyAudit();
    }

    /** Past the trigger that lets nobody change an entry. */
    private void change(String entry) throws SQLException {
        try (Connection connection = sql().connect("catalog");
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertEquals(1, statement.executeUpdate(entry));
        }
    }

    private Sql sql() {
        return new Sql(shop.run().path("postgres").path("url").asText());
    }

    @Test
    void forged_tokens_are_refused_at_the_gateway_and_at_each_service()
            throws GeneralSecurityException, IOException {
        Map<String, List<String>> forged = forged();
        List<String> taken = new ArrayList<>();
        for (Map.Entry<String, String> door : shop.doors().entrySet()) {
            for (Map.Entry<String, List<String>> each : forged.entrySet()) {
                for (String path : List.of("/api/v1/products", "/api/v1/orders", "/nothing")) {
                    Answer answer = new Door(door.getValue()).ask("GET", path, each.getValue());
                    if (answer.status() != 401) {
                        taken.add(door.getKey() + path + ", " + each.getKey() + ": " + answer);
                    }
                }
            }
        }

        assertEquals("", String.join("\n", taken));
    }

    private void isStrict(Entry entry) throws IOException {
        String caller = entry.expectedBy("admin").equals("allowed") ? "admin" : "alice";
        String address = belongings.address(entry);
        for (String member : NOT_FROM_A_REQUEST) {
            if (entry.members().contains(member)) {
                continue;
            }
            ObjectNode body = (ObjectNode) Http.JSON.readTree(entry.body());
            body.put(member, 1);

            Answer answer =
                    gateway.ask(
                            entry.method(),
                            address,
                            callers.of(caller),
                            body.toString(),
                            entry.contentType());

            assertEquals(400, answer.status(), () -> member + ": " + answer);
            assertFalse(
                    answer.json().path("errors").findValuesAsText("pointer").stream()
                            .noneMatch(pointer -> pointer.equals("/" + member)),
                    () -> member + " is not named: " + answer);
        }
    }

    /** By what is wrong: the Authorization headers. */
    private Map<String, List<String>> forged() throws GeneralSecurityException, IOException {
        String good = shop.lastingToken("admin");
        Map<String, List<String>> forged = new LinkedHashMap<>();
        new Forgeries(good, issuersKey())
                .all()
                .forEach((name, token) -> forged.put(name, Callers.bearer(token)));
        forged.put("expired", Callers.bearer(shop.token("admin", "--ttl", "-3600")));
        forged.put("wrong audience", Callers.bearer(shop.token("admin", "--audience", "other")));
        forged.put(
                "wrong issuer",
                Callers.bearer(shop.token("admin", "--issuer", "http://evil.test")));
        String broken = forged.getOrDefault("broken signature", List.of("")).getFirst();
        forged.put("a good one and a forged one", List.of("Bearer " + good, broken));
        forged.put("a forged one and a good one", List.of(broken, "Bearer " + good));
        forged.put("two good ones", List.of("Bearer " + good, "Bearer " + good));
        return forged;
    }

    private JsonNode issuersKey() {
        String issuer = shop.run().path("identity").path("issuer").asText();
        JsonNode discovery =
                Http.get(issuer + "/.well-known/openid-configuration", Map.of()).json();
        return Http.get(discovery.path("jwks_uri").asText(), Map.of()).json().path("keys").path(0);
    }
}
