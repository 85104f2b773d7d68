package io.swiftcart.gateway.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.gateway.wire.Answer;
import io.swiftcart.gateway.wire.Neighbour;
import io.swiftcart.gateway.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RefusalsComponentTest {
    private static List<Neighbour> services = List.of();

    @BeforeAll
    static void open() {
        services =
                Stream.of("catalog", "order", "payment", "inventory").map(Neighbour::open).toList();
    }

    @AfterAll
    static void close() {
        services.forEach(Neighbour::close);
    }

    @BeforeEach
    void forget() {
        services.forEach(Neighbour::forget);
    }

    @AfterEach
    void nothing_reached_a_service() {
        services.forEach(service -> assertEquals(List.of(), service.received()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host: localhost:99999\r\n", "Host: a b<c>\r\n"})
    void a_request_that_names_no_host_is_400(String host) {
        String request = "GET /api/v1/products HTTP/1.1\r\n" + host + "\r\n";

        try (Wire wire = new Wire()) {
            Answer answer = wire.bytes(request.getBytes(StandardCharsets.US_ASCII)).answer();

            assertEquals(400, answer.status());
            assertEquals("malformed-request", answer.problem());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/orders/019d0000-0000-7000-8000-000000000001/contact",
                "/internal/payments/orders/019d0000-0000-7000-8000-000000000001/void",
                "/internal",
                "/internal/",
                "//internal/orders/1/contact",
                "/api/v1/../../internal/orders/1/contact",
                "/api/v1/orders/../../../internal/orders/1/contact",
                "/api/v1/orders/%2e%2e/%2e%2e/%2e%2e/internal/orders/1/contact",
                "/api/v1/orders/..%2f..%2f..%2finternal/orders/1/contact",
                "/api/v1/internal/orders/1/contact",
                "/%69nternal/orders/1/contact",
            })
    void what_is_internal_does_not_exist(String path) {
        for (String method : List.of("GET", "POST")) {
            Answer answer = Wire.ask(method + " " + path);

            assertEquals(404, answer.status());
            assertEquals("not-found", answer.problem());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/v1",
                "/api/v1/",
                "/api/v2/products",
                "/api/v1/nothing",
                "/api/v1/productsx",
                "/api/v1/orders/1/2/3",
                "/API/v1/products",
                "/q/health",
                "/q/metrics",
                "/q/openapi",
                "/products",
                "/api/v1/orders/%2e%2e%2forders/x/y"
            })
    void an_unknown_address_is_not_found(String path) {
        Answer answer = Wire.ask("GET " + path);

        assertEquals(404, answer.status());
        assertEquals("not-found", answer.problem());
        assertTrue(answer.json().containsKey("correlationId"));
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v1/orders, GET POST",
        "OPTIONS, /api/v1/orders, GET POST",
        "TRACE, /api/v1/orders, GET POST",
        "PATCH, /api/v1/products/1, DELETE GET PUT",
        "POST, /api/v1/products/by-sku/SKU-1, GET",
        "GET, /api/v1/webhooks/stripe, POST",
        "HEAD, /api/v1/payments/1/capture, POST",
        "get, /api/v1/orders, GET POST",
        "POST, /api/v1/health, GET HEAD OPTIONS",
        "BREW, /api/v1/orders, GET POST",
    })
    void a_method_that_the_address_does_not_know_is_answered_with_those_that_it_knows(
            String method, String path, String known) {
        Answer answer;
        try (Wire wire = new Wire()) {
            wire.head(method + " " + path, "Connection: close");
            answer = method.equals("HEAD") ? head(wire) : wire.answer();
        }

        assertEquals(405, answer.status());
        assertTrue(words(known).containsAll(words(answer.header("Allow"))), answer.header("Allow"));
        assertTrue(words(answer.header("Allow")).contains(known.split(" ")[0]));
        if (!method.equals("HEAD")) {
            assertEquals("method-not-allowed", answer.problem());
        }
    }

    @ParameterizedTest
    @CsvSource({"POST, /api/v1/nothing, 404", "DELETE, /api/v1/orders, 405"})
    void a_refused_request_with_a_body_does_not_spoil_its_connection(
            String method, String path, int status) {
        byte[] body = "{}".getBytes(StandardCharsets.US_ASCII);
        try (Wire wire = new Wire()) {
            for (int i = 0; i < 3; i++) {
                wire.head(method + " " + path, "Content-Length: 2").bytes(body);

                assertEquals(status, wire.answer().status());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/products/%zz",
                "GET /api/v1/products/%",
                "GET http://",
                "GET *",
                "CONNECT shop.example:443",
                "OPTIONS *",
            })
    void a_target_that_cannot_be_read_is_the_callers_mistake_and_tells_nothing(String line) {
        Answer answer = Wire.ask(line, "Connection: close");

        assertTrue(answer.status() >= 400 && answer.status() < 500, "" + answer.status());
        assertTrue(answer.text().isEmpty() || answer.problem().equals("not-found"), answer.text());
    }

    @Test
    void an_address_longer_than_allowed_is_refused() {
        Answer answer = Wire.ask("GET /api/v1/products?q=" + "x".repeat(9_000));

        assertEquals(414, answer.status());
    }

    private static Answer head(Wire wire) {
        try {
            int status = Integer.parseInt(wire.line().split(" ")[1]);
            return new Answer(status, wire.headers(), new byte[0], true);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split("[ ,]+")).collect(Collectors.toSet());
    }
}
