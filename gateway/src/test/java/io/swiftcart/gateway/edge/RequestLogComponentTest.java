package io.swiftcart.gateway.edge;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.gateway.wire.LogLines;
import io.swiftcart.gateway.wire.LogLines.Line;
import io.swiftcart.gateway.wire.Neighbour;
import io.swiftcart.gateway.wire.Wire;
import io.swiftcart.stack.testing.Tokens;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RequestLogComponentTest {
    private static Neighbour order;

    private LogLines log;
    private LogLines everything;

    @BeforeAll
    static void open() {
        order = Neighbour.open("order");
    }

    @AfterAll
    static void close() {
        order.close();
    }

    @BeforeEach
    void listen() {
        order.forget();
        log = new LogLines("io.swiftcart.gateway.requests");
        everything = new LogLines("");
    }

    @AfterEach
    void stop() {
        log.close();
        everything.close();
    }

    @Test
    void a_request_leaves_one_line_with_route_status_size_and_caller() {
        String token = Tokens.of("alice");

        Wire.ask(
                "GET /api/v1/orders/019d0000-0000-7000-8000-000000000001/status",
                "Authorization: Bearer " + token,
                "X-Correlation-ID: mine");

        Line line = onlyLine();
        assertTrue(
                line.text()
                        .matches(
                                "GET /api/v1/orders/\\{id}/status -> 200 in \\d+ ms, 16 bytes,"
                                        + " caller "
                                        + subject(token)),
                line.text());
        assertEquals("mine", line.correlationId());
    }

    @ParameterizedTest
    @CsvSource({
        "404, GET /some/secret/address, GET unlisted",
        "404, GET /internal/orders/1/contact, GET unlisted",
        "405, DELETE /api/v1/orders, DELETE /api/v1/orders",
        "503, GET /api/v1/payments/1, GET /api/v1/payments/{id}",
        "503, GET /api/v1/health, GET /api/v1/health",
        "200, GET /problems/not-found, GET /problems/{code}",
    })
    void what_the_gateway_answers_by_itself_leaves_a_line_too(
            int status, String line, String begin) {
        Wire.ask(line);

        String text = onlyLine().text();
        assertTrue(text.startsWith(begin + " -> " + status + " in "), text);
        assertTrue(text.endsWith("caller anonymous"), text);
    }

    @Test
    void a_refused_token_and_a_refused_body_leave_a_line() {
        Wire.ask("GET /api/v1/orders", "Authorization: Bearer x.y.z");
        Wire.ask("POST /api/v1/orders", "Content-Length: 1048577");

        await().until(() -> log.lines().size() == 2);
        assertTrue(log.lines().getFirst().text().startsWith("GET /api/v1/orders -> 401 in "));
        assertTrue(log.lines().getLast().text().startsWith("POST /api/v1/orders -> 413 in "));
    }

    @Test
    void a_client_that_left_in_the_middle_leaves_a_line() {
        order.answering(request -> request.response().setChunked(true).write("begun"));

        try (Wire wire = new Wire()) {
            wire.head("GET /api/v1/orders/1/events");
            assertEquals("HTTP/1.1 200 OK", wire.line());
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }

        String text = onlyLine().text();
        assertTrue(
                text.startsWith("GET /api/v1/orders/{id}/events -> abandoned after 200 in "), text);
    }

    @Test
    void nothing_secret_or_personal_is_logged_anywhere() {
        String token = Tokens.of("alice");
        String body = "{\"customer\":{\"email\":\"eve@private.example\"},\"card\":\"pm_secret\"}";

        Wire.send(
                "POST /api/v1/orders?access_token=query-secret&email=eve%40private.example",
                body.getBytes(StandardCharsets.UTF_8),
                "Authorization: Bearer " + token,
                "Cookie: session=cookie-secret",
                "X-Order-Token: order-secret",
                "Idempotency-Key: key-secret");
        Wire.ask("GET /nothing/path-secret?q=query-secret", "Authorization: Bearer " + token + "x");
        Wire.ask("GET /api/v1/payments?q=query-secret", "X-Order-Token: order-secret");
        Wire.ask("GET /api/v1/products/%zz?q=query-secret");

        await().until(() -> log.lines().size() >= 3);
        String all = everything.lines().toString();
        for (String secret :
                List.of(
                        "-secret",
                        "private.example",
                        "pm_secret",
                        token.split("\\.")[2],
                        "alice")) {
            assertFalse(all.contains(secret), secret);
        }
    }

    private Line onlyLine() {
        await().until(() -> !log.lines().isEmpty());
        assertEquals(1, log.lines().size());
        return log.lines().getFirst();
    }

    private static String subject(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return new JsonObject(new String(claims, StandardCharsets.UTF_8)).getString("sub");
    }
}
