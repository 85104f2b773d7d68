package io.swiftcart.gateway.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.gateway.wire.Answer;
import io.swiftcart.gateway.wire.Neighbour;
import io.swiftcart.gateway.wire.Wire;
import org.junit.jupiter.api.Test;

/** The origin is that of {@code NeighbourPorts}. */
@QuarkusTest
class CrossOriginComponentTest {
    private static final String OURS = "Origin: https://shop.example";

    @Test
    void a_page_of_a_configured_origin_may_ask_and_read() {
        try (Neighbour catalog = Neighbour.open("catalog")) {
            Answer answer = Wire.ask("GET /api/v1/products", OURS);

            assertEquals(200, answer.status());
            assertEquals("https://shop.example", answer.header("Access-Control-Allow-Origin"));
            assertTrue(answer.header("Access-Control-Expose-Headers").contains("RateLimit"));
            assertNull(answer.header("Access-Control-Allow-Credentials"));
            assertEquals(1, catalog.received().size());
        }
    }

    @Test
    void its_preflight_is_answered_here_without_a_token() {
        Answer answer =
                Wire.ask(
                        "OPTIONS /api/v1/orders",
                        OURS,
                        "Access-Control-Request-Method: POST",
                        "Access-Control-Request-Headers: authorization,idempotency-key");

        assertEquals(204, answer.status());
        assertTrue(answer.header("Access-Control-Allow-Methods").contains("POST"));
        assertTrue(answer.header("Access-Control-Allow-Headers").contains("Idempotency-Key"));
        assertEquals("600", answer.header("Access-Control-Max-Age"));
    }

    @Test
    void problems_can_be_read_by_the_page_too() {
        Answer answer = Wire.ask("GET /api/v1/products", OURS, "Authorization: Bearer x");

        assertEquals("unauthenticated", answer.problem());
        assertEquals("https://shop.example", answer.header("Access-Control-Allow-Origin"));
    }

    @Test
    void a_page_of_another_origin_is_told_nothing() {
        for (String origin :
                new String[] {"https://evil.example", "https://shop.example.evil", "null"}) {
            Answer preflight =
                    Wire.ask(
                            "OPTIONS /api/v1/orders",
                            "Origin: " + origin,
                            "Access-Control-Request-Method: POST");

            assertEquals("method-not-allowed", preflight.problem());
            assertNull(preflight.header("Access-Control-Allow-Origin"));
            assertEquals("Origin", preflight.header("Vary"));
        }
    }
}
