package io.swiftcart.gateway.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.gateway.wire.Answer;
import io.swiftcart.gateway.wire.Neighbour;
import io.swiftcart.gateway.wire.Wire;
import io.swiftcart.stack.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TokensComponentTest {
    private static final List<String> PAGES =
            List.of("/api/v1/products", "/api/v1/health", "/problems/not-found");

    private static Neighbour catalog;

    @BeforeAll
    static void open() {
        catalog = Neighbour.open("catalog");
    }

    @AfterAll
    static void close() {
        catalog.close();
    }

    @BeforeEach
    void forget() {
        catalog.forget();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "manager", "loadtest"})
    void a_good_token_travels_on_as_it_came(String account) {
        String bearer = "Bearer " + Tokens.of(account);

        Answer answer = Wire.ask("GET /api/v1/products", "Authorization: " + bearer);

        assertEquals(200, answer.status());
        assertEquals(List.of(bearer), catalog.only().header("Authorization"));
    }

    @Test
    void who_sends_no_token_is_left_to_the_service() {
        assertEquals(200, Wire.ask("GET /api/v1/products").status());
        assertEquals(List.of(), catalog.only().header("Authorization"));
    }

    @Test
    void an_expired_token_is_refused_on_public_pages_too() {
        assertRefused(Tokens.of("alice", Map.of("ttl", "-3600")));
    }

    @Test
    void a_token_for_somebody_else_is_refused() {
        assertRefused(Tokens.of("alice", Map.of("audience", "another-shop")));
    }

    @Test
    void a_token_of_another_issuer_is_refused() {
        assertRefused(Tokens.of("alice", Map.of("issuer", "https://evil.example")));
    }

    @Test
    void a_token_whose_claims_were_changed_is_refused() {
        String[] parts = Tokens.of("alice").split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);

        assertRefused(
                parts[0] + "." + encoded(claims.replace("customer", "admin")) + "." + parts[2]);
    }

    @Test
    void a_token_without_a_signature_is_refused() {
        String claims = Tokens.of("alice").split("\\.")[1];

        assertRefused(encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + claims + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "..", "null"})
    void what_is_no_token_at_all_is_refused(String token) {
        assertRefused(token);
    }

    private static void assertRefused(String token) {
        for (String page : PAGES) {
            Answer answer = Wire.ask("GET " + page, "Authorization: Bearer " + token);

            assertEquals(401, answer.status(), page);
            assertEquals("unauthenticated", answer.problem());
            assertEquals("Bearer", answer.header("WWW-Authenticate"));
        }
        assertEquals(List.of(), catalog.received());
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
