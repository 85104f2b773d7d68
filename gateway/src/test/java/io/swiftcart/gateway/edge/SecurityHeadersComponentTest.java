package io.swiftcart.gateway.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.gateway.wire.Answer;
import io.swiftcart.gateway.wire.Neighbour;
import io.swiftcart.gateway.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SecurityHeadersComponentTest {

    @ParameterizedTest
    @CsvSource({
        "200, GET /problems/not-found, X-None: 1",
        "401, GET /api/v1/products, Authorization: Bearer x",
        "404, GET /nothing, X-None: 1",
        "404, GET /problems/nothing, X-None: 1",
        "405, DELETE /api/v1/orders, X-None: 1",
        "405, DELETE /api/v1/health, X-None: 1",
        "413, POST /api/v1/orders, Content-Length: 1048577",
        "503, GET /api/v1/orders, X-None: 1",
        "503, GET /api/v1/health, X-None: 1",
    })
    void every_answer_of_the_gateway_carries_them(int status, String line, String header) {
        Answer answer = Wire.ask(line, header);

        assertEquals(status, answer.status());
        assertSecure(answer);
    }

    @Test
    void every_answer_of_a_service_carries_them_whatever_the_service_says() {
        try (Neighbour order = Neighbour.open("order")) {
            order.answering(
                    request ->
                            request.response()
                                    .putHeader("Content-Security-Policy", "default-src *")
                                    .putHeader("X-Frame-Options", "ALLOWALL")
                                    .putHeader("X-Powered-By", "Quarkus")
                                    .putHeader("Server", "quarkus")
                                    .end("ok"));

            Answer answer = Wire.ask("GET /api/v1/orders");

            assertEquals(200, answer.status());
            assertSecure(answer);
        }
    }

    private static void assertSecure(Answer answer) {
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertEquals("DENY", answer.header("X-Frame-Options"));
        assertEquals("no-referrer", answer.header("Referrer-Policy"));
        assertEquals(
                "default-src 'none'; style-src 'self'; frame-ancestors 'none'",
                answer.header("Content-Security-Policy"));
        assertNull(answer.header("Server"));
        assertNull(answer.header("X-Powered-By"));
    }
}
