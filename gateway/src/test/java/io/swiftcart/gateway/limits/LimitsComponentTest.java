package io.swiftcart.gateway.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.gateway.wire.Answer;
import io.swiftcart.gateway.wire.Neighbour;
import io.swiftcart.gateway.wire.Wire;
import io.swiftcart.stack.testing.Tokens;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The small quotas are those of {@code NeighbourPorts}. */
@QuarkusTest
class LimitsComponentTest {
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

    @Test
    void a_user_is_told_the_quota_and_what_is_left_of_it() {
        Answer first = as("alice");
        Answer second = as("alice");

        assertEquals("\"user\";q=2000;w=2", first.header("RateLimit-Policy"));
        assertTrue(first.header("RateLimit").matches("\"user\";r=\\d+;t=1"), first::text);
        assertTrue(remaining(second) > 1_900, () -> second.header("RateLimit"));
    }

    @Test
    void what_a_service_says_about_quotas_is_not_passed_on() {
        catalog.answering(
                request -> request.response().putHeader("RateLimit", "\"mine\";r=1").end("ok"));

        assertTrue(as("alice").header("RateLimit").startsWith("\"user\""));
    }

    @Test
    void each_kind_of_sender_has_its_own_policy() {
        assertTrue(
                Wire.ask("GET /api/v1/products").header("RateLimit").startsWith("\"anonymous\""));
        assertTrue(as("notification").header("RateLimit").startsWith("\"client\""));
        assertTrue(as("bob").header("RateLimit").startsWith("\"user\""));
    }

    @Test
    void answers_of_the_gateway_itself_count_and_tell_too() {
        assertTrue(Wire.ask("GET /nothing").header("RateLimit").startsWith("\"anonymous\""));
        assertTrue(Wire.ask("DELETE /api/v1/orders").header("RateLimit").startsWith("\"anony"));
    }

    @Test
    void a_client_without_a_quota_hears_nothing_of_quotas() {
        Answer answer = as("loadtest");

        assertEquals(200, answer.status());
        assertNull(answer.header("RateLimit"));
        assertNull(answer.header("RateLimit-Policy"));
    }

    @Test
    void the_provider_of_payments_is_never_refused() {
        assertNull(Wire.ask("POST /api/v1/webhooks/stripe").header("RateLimit"));
    }

    @Test
    void what_is_beyond_the_quota_is_refused_and_not_sent_on() {
        for (int i = 0; i < 5; i++) {
            assertEquals(200, as("inventory").status());
        }

        Answer refused = as("inventory");

        assertEquals(429, refused.status());
        assertEquals("quota-exceeded", refused.problem());
        assertEquals("\"client\";q=5;w=100", refused.header("RateLimit-Policy"));
        assertEquals("\"client\";r=0;t=100", refused.header("RateLimit"));
        int pause = Integer.parseInt(refused.header("Retry-After"));
        assertTrue(pause > 0 && pause <= 20, () -> "Retry-After " + pause);
        assertEquals(List.of("client"), refused.json().getJsonArray("violated-policies").getList());
        assertEquals(5, catalog.received().size());
    }

    @Test
    void a_class_with_a_quota_of_its_own_is_counted_by_itself() {
        String login = "POST /api/v1/auth/nothing";
        String client = "Authorization: Bearer " + Tokens.of("loadtest");
        for (int i = 0; i < 3; i++) {
            assertEquals("not-found", Wire.ask(login, client).problem());
        }

        Answer refused = Wire.ask(login, client);

        assertEquals("quota-exceeded", refused.problem());
        assertTrue(refused.header("RateLimit").startsWith("\"login-client\";r=0"));
        assertEquals(200, Wire.ask("GET /api/v1/products").status());
    }

    private static Answer as(String account) {
        return Wire.ask("GET /api/v1/products", "Authorization: Bearer " + Tokens.of(account));
    }

    private static int remaining(Answer answer) {
        return Integer.parseInt(answer.header("RateLimit").replaceAll(".*;r=(\\d+);.*", "$1"));
    }
}
