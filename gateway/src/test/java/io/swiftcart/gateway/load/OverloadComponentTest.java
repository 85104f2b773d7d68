package io.swiftcart.gateway.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.gateway.wire.Load;
import io.swiftcart.gateway.wire.Neighbour;
import io.swiftcart.gateway.wire.Wire;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OverloadComponentTest {
    private static final String REFUSED = "503 temporary-reduced-capacity";
    private static final String UNANSWERED = "504 upstream-timeout";

    /** What the gateway lets wait for one replica, and some more. */
    private static final int TOO_MANY = 128 + 1_024 + 200;

    @Test
    void more_requests_than_a_service_can_take_are_refused_before_they_are_sent() {
        try (Neighbour order = Neighbour.open("order");
                Load load = new Load(TOO_MANY)) {
            order.answering(_ -> {});

            Map<String, Long> answers =
                    load.send(Collections.nCopies(TOO_MANY, "POST /api/v1/orders"), new byte[] {1});

            assertEquals(Set.of(REFUSED, UNANSWERED), answers.keySet());
            assertTrue(answers.get(REFUSED) >= 200, answers.toString());
            assertEquals(answers.get(UNANSWERED), order.received().size());
        }
    }

    @Test
    void the_flood_passes_and_requests_are_answered_again() {
        try (Neighbour order = Neighbour.open("order");
                Load load = new Load(TOO_MANY)) {
            order.answering(_ -> {});
            load.send(Collections.nCopies(TOO_MANY, "GET /api/v1/orders"), new byte[0]);
            order.forget();

            assertEquals(200, Wire.ask("GET /api/v1/orders").status());
        }
    }
}
