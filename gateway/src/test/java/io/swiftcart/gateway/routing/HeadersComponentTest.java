package io.swiftcart.gateway.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.swiftcart.gateway.wire.Answer;
import io.swiftcart.gateway.wire.Neighbour;
import io.swiftcart.gateway.wire.Received;
import io.swiftcart.gateway.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HeadersComponentTest {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static Neighbour order;

    @BeforeAll
    static void open() {
        order = Neighbour.open("order");
    }

    @AfterAll
    static void close() {
        order.close();
    }

    @BeforeEach
    void forget() {
        order.forget();
    }

    @Test
    void what_belongs_to_the_clients_connection_ends_at_the_gateway() {
        Wire.ask(
                "GET /api/v1/orders",
                "Connection: close, X-Mine",
                "X-Mine: secret",
                "Keep-Alive: timeout=5",
                "Proxy-Authorization: Basic eA==",
                "Proxy-Connection: keep-alive",
                "TE: trailers",
                "Upgrade: websocket",
                "X-Kept: yes");

        Received received = order.only();
        for (String name :
                List.of(
                        "Connection",
                        "X-Mine",
                        "Keep-Alive",
                        "Proxy-Authorization",
                        "Proxy-Connection",
                        "TE",
                        "Upgrade")) {
            assertEquals(List.of(), received.header(name), name);
        }
        assertEquals(List.of("yes"), received.header("X-Kept"));
    }

    @Test
    void what_belongs_to_the_services_connection_ends_at_the_gateway() {
        order.answering(
                request ->
                        request.response()
                                .putHeader("Connection", "X-Mine")
                                .putHeader("X-Mine", "secret")
                                .putHeader("Keep-Alive", "timeout=5")
                                .putHeader("Proxy-Authenticate", "Basic")
                                .putHeader("X-Kept", "yes")
                                .end("ok"));

        Answer answer = Wire.ask("GET /api/v1/orders");

        assertNull(answer.header("X-Mine"));
        assertNull(answer.header("Keep-Alive"));
        assertNull(answer.header("Proxy-Authenticate"));
        assertEquals("yes", answer.header("X-Kept"));
    }

    @Test
    void nobody_but_the_gateway_says_where_a_request_came_from() {
        Wire.ask(
                "GET /api/v1/orders",
                "X-Forwarded-For: 6.6.6.6",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Port: 666",
                "X-Forwarded-Prefix: /evil",
                "X-Forwarded-Ssl: on",
                "X-Forwarded-Server: evil",
                "X-Real-IP: 6.6.6.6",
                "Forwarded: for=6.6.6.6");

        Received received = order.only();
        assertEquals(List.of("127.0.0.1"), received.header("X-Forwarded-For"));
        assertEquals(List.of("shop.example"), received.header("X-Forwarded-Host"));
        assertEquals(List.of("http"), received.header("X-Forwarded-Proto"));
        for (String name :
                List.of(
                        "X-Forwarded-Port",
                        "X-Forwarded-Prefix",
                        "X-Forwarded-Ssl",
                        "X-Forwarded-Server",
                        "X-Real-IP",
                        "Forwarded")) {
            assertEquals(List.of(), received.header(name), name);
        }
    }

    @Test
    void a_service_gets_the_address_that_was_checked_whatever_form_it_came_in() {
        Wire.ask("GET http://evil.example/api/v1/x/../orders//%31?a=%2e%2e");

        assertEquals("GET /api/v1/orders/1?a=%2e%2e", order.only().line());
    }

    @Test
    void a_body_with_two_lengths_reaches_the_service_as_one_request() {
        try (Wire wire = new Wire()) {
            wire.head("POST /api/v1/orders", "Content-Length: 4", "Transfer-Encoding: chunked")
                    .chunk("GET /x HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
                    .chunk(new byte[0]);

            wire.answer();
        }

        assertTrue(order.received().size() <= 1);
        order.received().forEach(received -> assertEquals("POST /api/v1/orders", received.line()));
    }

    @Test
    void a_client_that_waits_for_leave_to_send_its_body_gets_it() throws Exception {
        try (Wire wire = new Wire()) {
            wire.head("POST /api/v1/orders", "Content-Length: 2", "Expect: 100-continue");

            assertEquals("HTTP/1.1 100 Continue", wire.line());
            assertEquals("", wire.line());
            assertEquals(
                    200, wire.bytes("{}".getBytes(StandardCharsets.US_ASCII)).answer().status());
        }

        assertEquals("{}", new String(order.only().body(), StandardCharsets.US_ASCII));
        assertEquals(List.of(), order.only().header("Expect"));
    }

    @Test
    void a_correlation_id_goes_to_the_service_and_back() {
        Answer answer =
                Wire.ask(
                        "GET /api/v1/orders",
                        "X-Correlation-ID: my.own_id-1",
                        "traceparent: " + TRACE);

        assertEquals("my.own_id-1", answer.header("X-Correlation-ID"));
        assertEquals(List.of("my.own_id-1"), order.only().header("X-Correlation-ID"));
        assertEquals(List.of(TRACE), order.only().header("traceparent"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "<script>", "ä", "a/b"})
    void an_id_that_is_none_is_replaced(String offered) {
        Answer answer = Wire.ask("GET /api/v1/orders", "X-Correlation-ID: " + offered);

        String made = answer.header("X-Correlation-ID");
        assertNotEquals(offered, made);
        assertTrue(made.matches("[A-Za-z0-9._-]{1,64}"), made);
        assertEquals(List.of(made), order.only().header("X-Correlation-ID"));
    }

    @Test
    void an_id_longer_than_64_characters_is_replaced() {
        String longest = "x".repeat(64);

        assertEquals(longest, echoed(longest));
        assertNotEquals(longest + "x", echoed(longest + "x"));
    }

    @Test
    void a_service_cannot_change_the_correlation_id_of_an_answer() {
        order.answering(
                request -> request.response().putHeader("X-Correlation-ID", "another").end("ok"));

        assertEquals("mine", echoed("mine"));
    }

    @Test
    void problems_of_the_gateway_carry_the_correlation_id_too() {
        Answer answer = Wire.ask("GET /nothing", "X-Correlation-ID: mine");

        assertEquals("mine", answer.header("X-Correlation-ID"));
        assertEquals("mine", answer.json().getString("correlationId"));
    }

    private static String echoed(String offered) {
        return RestAssured.given()
                .header("X-Correlation-ID", offered)
                .get("/api/v1/orders")
                .header("X-Correlation-ID");
    }
}
