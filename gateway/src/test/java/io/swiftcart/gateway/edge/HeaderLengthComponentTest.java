package io.swiftcart.gateway.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.gateway.wire.Answer;
import io.swiftcart.gateway.wire.Neighbour;
import io.swiftcart.gateway.wire.Wire;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HeaderLengthComponentTest {

    @Test
    void headers_of_a_usual_length_pass() {
        try (Neighbour catalog = Neighbour.open("catalog")) {
            assertEquals(200, asking(7_000).status());
            assertEquals(1, catalog.received().size());
        }
    }

    @Test
    void more_than_services_read_is_refused_as_a_problem() {
        Answer refused = asking(14 * 1024);

        assertEquals(431, refused.status());
        assertEquals("headers-too-large", refused.problem());
    }

    @Test
    void far_more_is_refused_too() {
        assertEquals(431, asking(200_000).status());
    }

    private static Answer asking(int length) {
        return Wire.ask("GET /api/v1/products", "X-Long: " + "x".repeat(length));
    }
}
