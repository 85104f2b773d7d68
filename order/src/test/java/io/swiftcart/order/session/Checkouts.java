package io.swiftcart.order.session;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.swiftcart.order.Neighbours;
import io.swiftcart.order.Ordering;
import io.swiftcart.order.Store;
import io.swiftcart.order.Stubs;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Carts as their service answers for them, and what buyers say. */
final class Checkouts {
    static final String SESSIONS = "/api/v1/checkout/sessions";
    static final String CHECKOUT = "/api/v1/checkout";

    private Checkouts() {}

    /** A cart with so many pieces of one SKU; nobody owns it unless a customer is named. */
    static String aCart(String sku, int qty, @Nullable String customerId) {
        String cartId = UUID.randomUUID().toString();
        holds(cartId, customerId, 7, line(sku, qty));
        return cartId;
    }

    static String line(String sku, int qty) {
        return "{\"sku\":\"%s\",\"name\":\"Lamp\",\"qty\":%d,\"unitPrice\":1}".formatted(sku, qty);
    }

    static void holds(String cartId, @Nullable String customerId, int version, String lines) {
        String cart =
                "{\"cartId\":\"%s\",\"customerId\":%s,\"currency\":\"USD\",\"version\":%d,\"items\":[%s]}"
                        .formatted(
                                cartId,
                                customerId == null ? "null" : "\"" + customerId + "\"",
                                version,
                                lines);
        answers(cartId, Stubs.json(200, cart));
        Neighbours.cart()
                .register(
                        delete(urlPathEqualTo("/internal/carts/" + cartId))
                                .willReturn(aResponse().withStatus(204)));
    }

    static void weighs(String sku, int grams) {
        Store.execute(
                "update product_view set weight_grams = $2 where sku = $1", Tuple.of(sku, grams));
    }

    static void answers(String cartId, ResponseDefinitionBuilder answer) {
        String path = "/internal/carts/" + cartId;
        Neighbours.cart().register(get(urlPathEqualTo(path)).willReturn(answer));
        Neighbours.cart().register(post(urlPathEqualTo(path + "/checkout")).willReturn(answer));
    }

    /** Every cart there can be holds this, whoever asks: one stub, however many carts. */
    static void allHold(String lines) {
        Neighbours.cart()
                .register(
                        any(urlPathMatching("/internal/carts/.*"))
                                .willReturn(
                                        Stubs.json(
                                                200,
                                                "{\"customerId\":null,\"currency\":\"USD\",\"version\":7,\"items\":[%s]}"
                                                        .formatted(lines))));
    }

    static void noOtherCarts() {
        Neighbours.cart().resetMappings();
        Neighbours.cart()
                .register(
                        any(urlPathMatching("/internal/carts/.*"))
                                .willReturn(Stubs.problem(404, "not-found")));
    }

    static List<LoggedRequest> readings(String cartId) {
        return Neighbours.cart().find(getRequestedFor(urlPathEqualTo("/internal/carts/" + cartId)));
    }

    static List<LoggedRequest> removals(String cartId) {
        return Neighbours.cart()
                .find(deleteRequestedFor(urlPathEqualTo("/internal/carts/" + cartId)));
    }

    static Response open(RequestSpecification buyer, String cartId) {
        return buyer.body("{\"cartId\":\"%s\"}".formatted(cartId)).post(SESSIONS);
    }

    /** A guest's session with everything that is required, shipped to this country. */
    static String ready(String cartId, String country) {
        String id =
                open(Ordering.anonymous(), cartId)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("sessionId");
        put(id, "customer", "{\"email\":\"guest@example.com\",\"name\":\"Gwen\"}")
                .then()
                .statusCode(200);
        put(id, "shipping-address", address(country)).then().statusCode(200);
        put(id, "shipping-option", "{\"code\":\"standard\"}").then().statusCode(200);
        return id;
    }

    static String address(String country) {
        return "{\"line1\":\"Main Street 1\",\"city\":\"Town\",\"postalCode\":\"12345\",\"country\":\"%s\"}"
                .formatted(country);
    }

    static Response put(String sessionId, String what, String body) {
        return Ordering.anonymous().body(body).put(SESSIONS + "/" + sessionId + "/" + what);
    }

    static Response read(String sessionId) {
        return Ordering.anonymous().get(SESSIONS + "/" + sessionId);
    }

    static Response complete(String sessionId, String key, long expectedTotal) {
        return complete(Ordering.anonymous(), sessionId, key, expectedTotal);
    }

    static Response complete(
            RequestSpecification buyer, String sessionId, String key, long expectedTotal) {
        return buyer.header("Idempotency-Key", key)
                .header("Prefer", "wait=10")
                .body(
                        "{\"paymentMethod\":\"pm_card_visa\",\"expectedTotal\":%d}"
                                .formatted(expectedTotal))
                .post(SESSIONS + "/" + sessionId + "/complete");
    }

    /** A promotion that takes off a percentage, so often. */
    static String aPromotion(int percent, @Nullable Integer usageLimit) {
        String code =
                "CODE-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        Store.execute(
                """
                insert into promotion (code, kind, percent, usage_limit, created_at, updated_at)
                values ($1, 'PERCENTAGE', $2, $3, now(), now())
                """,
                Tuple.of(code, percent, usageLimit));
        return code;
    }
}
