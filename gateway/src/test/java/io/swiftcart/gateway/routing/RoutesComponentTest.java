package io.swiftcart.gateway.routing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.gateway.wire.Answer;
import io.swiftcart.gateway.wire.Neighbour;
import io.swiftcart.gateway.wire.Received;
import io.swiftcart.gateway.wire.Wire;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RoutesComponentTest {
    private static final byte[] BODY =
            " {\"näme\" : \"\\u0000\",\r\n\"n\":1.0} ".getBytes(StandardCharsets.UTF_8);

    private static final Iterable<String> SEVERAL = List.of("a=1", "b=2");

    private static Map<String, Neighbour> services = Map.of();

    @BeforeAll
    static void open() {
        services =
                Stream.of("account", "catalog", "cart", "order", "payment", "inventory")
                        .collect(Collectors.toMap(name -> name, Neighbour::open));
    }

    @AfterAll
    static void close() {
        services.values().forEach(Neighbour::close);
    }

    @BeforeEach
    void forget() {
        services.values().forEach(Neighbour::forget);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/openid-configuration", "/jwks"})
    void what_verifiers_of_tokens_need_is_beside_the_api(String path) {
        Answer answer = Wire.send("GET " + path, new byte[0]);

        assertEquals(200, answer.status());
        assertEquals("GET " + path, services.get("account").only().line());
    }

    @ParameterizedTest
    @CsvSource({
        "account, POST, /auth/register",
        "account, POST, /auth/login",
        "account, POST, /auth/refresh",
        "account, POST, /auth/logout",
        "account, POST, /auth/forgot-password",
        "account, POST, /auth/reset-password",
        "account, POST, /auth/confirm-email",
        "account, GET, /users/me",
        "account, PUT, /users/me",
        "account, DELETE, /users/me",
        "account, POST, /users/me/email",
        "account, GET, /users/me/addresses",
        "account, POST, /users/me/addresses",
        "account, PUT, /users/me/addresses/019d0000-0000-7000-8000-000000000001",
        "account, POST, /admin/signing-keys/rotate",
        "catalog, GET, /categories",
        "catalog, POST, /categories",
        "catalog, GET, /categories/019d0000-0000-7000-8000-000000000001",
        "catalog, PUT, /categories/019d0000-0000-7000-8000-000000000001",
        "catalog, DELETE, /categories/019d0000-0000-7000-8000-000000000001",
        "cart, POST, /carts",
        "cart, GET, /carts/me",
        "cart, GET, /carts/hb3Wq0a2TnGf7vR1kZ8x5Q",
        "cart, DELETE, /carts/hb3Wq0a2TnGf7vR1kZ8x5Q",
        "cart, POST, /carts/hb3Wq0a2TnGf7vR1kZ8x5Q/items",
        "cart, PUT, /carts/hb3Wq0a2TnGf7vR1kZ8x5Q/items/SKU-1",
        "cart, DELETE, /carts/hb3Wq0a2TnGf7vR1kZ8x5Q/items/SKU-1",
        "cart, POST, /carts/hb3Wq0a2TnGf7vR1kZ8x5Q/merge",
        "catalog, GET, /products",
        "catalog, POST, /products",
        "catalog, GET, /products/019d0000-0000-7000-8000-000000000001",
        "catalog, PUT, /products/019d0000-0000-7000-8000-000000000001",
        "catalog, DELETE, /products/019d0000-0000-7000-8000-000000000001",
        "catalog, GET, /products/by-sku/SKU-1",
        "catalog, GET, /products/by-sku/a%20b%2Fc%C3%A4+;x=1",
        "catalog, GET, /products/",
        "catalog, GET, /products/019d0000-0000-7000-8000-000000000001/reviews",
        "catalog, POST, /products/019d0000-0000-7000-8000-000000000001/reviews",
        "catalog, GET, /products/019d0000-0000-7000-8000-000000000001/price-history",
        "catalog, POST, /products/import",
        "catalog, GET, /products/imports/019d0000-0000-7000-8000-000000000001",
        "catalog, GET, /products/imports/019d0000-0000-7000-8000-000000000001/errors",
        "catalog, GET, /products/export",
        "catalog, GET, /search",
        "catalog, GET, /search/suggest",
        "order, GET, /orders",
        "order, POST, /orders",
        "order, GET, /orders/019d0000-0000-7000-8000-000000000001",
        "order, GET, /orders/019d0000-0000-7000-8000-000000000001/status",
        "order, GET, /orders/019d0000-0000-7000-8000-000000000001/events",
        "order, GET, /orders/019d0000-0000-7000-8000-000000000001/saga",
        "order, POST, /admin/orders/019d0000-0000-7000-8000-000000000001/guest/erase",
        "account, POST, /admin/customers/019d0000-0000-7000-8000-000000000001/erase",
        "order, GET, /orders/by-number/ORD-20260101-000001",
        "order, POST, /orders/batch",
        "order, POST, /checkout",
        "order, POST, /checkout/sessions",
        "order, GET, /checkout/sessions/7d0f3f6c-1b1b-4f0e-9a59-5d3c2b1a0f00",
        "order, PUT, /checkout/sessions/7d0f3f6c-1b1b-4f0e-9a59-5d3c2b1a0f00/promotion",
        "order, POST, /checkout/sessions/7d0f3f6c-1b1b-4f0e-9a59-5d3c2b1a0f00/complete",
        "order, PUT, /promotions/WELCOME10",
        "payment, GET, /payments",
        "payment, POST, /payments",
        "payment, GET, /payments/019d0000-0000-7000-8000-000000000001",
        "payment, GET, /payments/order/019d0000-0000-7000-8000-000000000001",
        "payment, POST, /payments/019d0000-0000-7000-8000-000000000001/capture",
        "payment, POST, /payments/019d0000-0000-7000-8000-000000000001/void",
        "payment, POST, /payments/019d0000-0000-7000-8000-000000000001/refund",
        "payment, POST, /webhooks/stripe",
        "inventory, GET, /inventory",
        "inventory, POST, /inventory",
        "inventory, GET, /inventory/availability",
        "inventory, GET, /inventory/low-stock",
        "inventory, GET, /inventory/SKU-1",
        "inventory, PUT, /inventory/SKU-1/stock",
        "inventory, GET, /inventory/SKU-1/movements",
        "inventory, POST, /inventory/reservations",
        "inventory, POST, /inventory/reservations/019d0000-0000-7000-8000-000000000001/commit",
        "inventory, POST, /inventory/reservations/019d0000-0000-7000-8000-000000000001/release",
    })
    void every_public_route_reaches_its_service_unchanged(
            String service, String method, String path) {
        String line = method + " /api/v1" + path + "?q=a%20b%2Fc&q=%C3%A4+&empty=&flag";
        boolean withBody = method.startsWith("P");

        Answer answer =
                Wire.send(
                        line,
                        withBody ? BODY : new byte[0],
                        "Content-Type: application/json; charset=utf-8",
                        "Idempotency-Key: \"k-1\"",
                        "X-Seen: one",
                        "X-Seen: two, three",
                        "Stripe-Signature: t=1,v1=abc");

        assertEquals(200, answer.status());
        assertEquals("{\"of\":\"service\"}", answer.text());
        Received received = services.get(service).only();
        assertEquals(line, received.line());
        assertArrayEquals(withBody ? BODY : new byte[0], received.body());
        assertEquals(List.of("application/json; charset=utf-8"), received.header("Content-Type"));
        assertEquals(List.of("\"k-1\""), received.header("Idempotency-Key"));
        assertEquals(List.of("one", "two, three"), received.header("X-Seen"));
        assertEquals(List.of("t=1,v1=abc"), received.header("Stripe-Signature"));
    }

    @Test
    void a_status_and_headers_of_a_service_come_back_unchanged() {
        services.get("order")
                .answering(
                        request ->
                                request.response()
                                        .setStatusCode(201)
                                        .putHeader("Location", "/api/v1/orders/1")
                                        .putHeader("ETag", "\"7\"")
                                        .putHeader("Set-Cookie", SEVERAL)
                                        .end(Buffer.buffer(BODY)));

        Answer answer = Wire.send("POST /api/v1/orders", BODY);

        assertEquals(201, answer.status());
        assertEquals("/api/v1/orders/1", answer.header("Location"));
        assertEquals("\"7\"", answer.header("ETag"));
        assertEquals(SEVERAL, answer.headers().get("set-cookie"));
        assertArrayEquals(BODY, answer.body());
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void an_answer_without_a_body_stays_without_one(int status) {
        services.get("catalog")
                .answering(request -> request.response().setStatusCode(status).end());

        try (Wire wire = new Wire()) {
            Answer first = wire.head("GET /api/v1/products/1").answer();
            Answer second = wire.head("GET /api/v1/products/2").answer();

            assertEquals(status, first.status());
            assertEquals(status, second.status());
            assertNull(first.header("Transfer-Encoding"));
        }
    }

    @Test
    void head_is_answered_like_get_without_the_body() {
        try (Wire wire = new Wire()) {
            wire.head("HEAD /api/v1/products", "Connection: close");

            Answer answer = headOnly(wire);

            assertEquals(200, answer.status());
            assertEquals("16", answer.header("Content-Length"));
            assertEquals("", wire.line());
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
        assertEquals("HEAD /api/v1/products", services.get("catalog").only().line());
    }

    @Test
    void requests_on_one_connection_are_answered_in_their_order() {
        services.get("order")
                .answering(request -> request.response().end(String.valueOf(request.uri())));

        try (Wire wire = new Wire()) {
            for (int i = 0; i < 20; i++) {
                wire.head("GET /api/v1/orders/" + i);
            }

            for (int i = 0; i < 20; i++) {
                assertEquals("/api/v1/orders/" + i, wire.answer().text());
            }
        }
    }

    private static Answer headOnly(Wire wire) throws java.io.IOException {
        int status = Integer.parseInt(wire.line().split(" ")[1]);
        return new Answer(status, wire.headers(), new byte[0], true);
    }
}
