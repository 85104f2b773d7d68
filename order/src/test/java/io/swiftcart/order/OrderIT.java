package io.swiftcart.order;

import static io.swiftcart.order.Ordering.ORDERS;
import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.anonymous;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.Ordering.awaitStatus;
import static io.swiftcart.order.Ordering.items;
import static io.swiftcart.order.Ordering.one;
import static io.swiftcart.order.Ordering.place;
import static io.swiftcart.order.Ordering.placed;
import static io.swiftcart.platform.packaged.PackagedLedger.told;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import io.swiftcart.platform.packaged.PackagedLedger;
import io.swiftcart.stack.testing.Facts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The orders as they are delivered; the neighbours are stubbed at the wire. */
@QuarkusIntegrationTest
class OrderIT implements PackagedLedger {
    private static final String SESSIONS = "/api/v1/checkout/sessions";
    private static final String SKU = "SKU-PACKAGED";
    private static final Map<String, String> STEPS =
            Map.of(
                    "customer",
                    "{\"email\":\"guest@example.com\",\"name\":\"Gwen\"}",
                    "shipping-address",
                    "{\"line1\":\"Main Street 1\",\"city\":\"Town\",\"postalCode\":\"12345\",\"country\":\"DE\"}");

    @BeforeEach
    void openShop() {
        Stubs.neighboursAgree();
        Stubs.booksSay("", "");
        Facts.publish(
                "catalog.products.v1",
                SKU,
                """
                {"eventId":"%s","eventType":"ProductChanged","occurredAt":"2026-11-20T09:00:00Z",
                 "product":{"sku":"%s","productId":"0192f0c1-7c00-7000-8000-000000000001","name":"Enamel mug",
                 "price":1000,"currency":"USD","categoryId":"0192f0c1-7c00-7000-8000-0000000000aa","active":true,
                 "version":1,"weightGrams":340}}
                """
                        .formatted(UUID.randomUUID(), SKU),
                Map.of());
        await().atMost(SOON)
                .until(
                        () -> place("alice", aKey(), one(SKU)).statusCode(),
                        status -> status == 201);
    }

    @Override
    public String service() {
        return "order";
    }

    @Test
    void an_order_is_placed_once_however_often_it_is_asked_for() {
        String key = aKey();

        Response first = place("alice", key, one(SKU));
        Response again = place("alice", key, one(SKU));

        first.then().statusCode(201).body("status", equalTo("CONFIRMED"));
        again.then().statusCode(201).header("Idempotent-Replayed", equalTo("true"));
        assertEquals(first.asString(), again.asString());
        String id = first.path("orderId");
        assertEquals(1, Stubs.charges(id).size());
        told("orders.created.v1", id);
        assertEquals("pi_1", told("orders.confirmed.v1", id).at("/payment/paymentId").asText());
    }

    @Test
    void a_declined_card_gives_back_what_is_held() {
        Stubs.chargeAnswers(Stubs.problem(402, "payment-declined"));

        String id =
                Refusal.of(place("alice", aKey(), one(SKU)))
                        .statusCode(402)
                        .body("code", equalTo("payment-declined"))
                        .path("orderId");

        assertEquals(1, Stubs.releases(id));
        told("orders.failed.v1", id);
    }

    @Test
    void what_is_short_is_told_line_by_line() {
        Stubs.reserveAnswers(
                Stubs.json(
                        409,
                        """
                        {"code":"insufficient-stock","items":[{"sku":"%s","requested":1,"available":0}]}
                        """
                                .formatted(SKU)));

        Refusal.of(place("alice", aKey(), one(SKU)))
                .statusCode(409)
                .body("code", equalTo("insufficient-stock"))
                .body("items[0].available", equalTo(0));
    }

    @Test
    void an_order_whose_payment_is_not_known_is_confirmed_when_payment_says_so() {
        Stubs.chargeAnswers(Stubs.json(202, "{\"status\":\"UNKNOWN\"}"));
        String id =
                place("alice", aKey(), one(SKU)).then().statusCode(202).extract().path("orderId");
        as("manager")
                .get(ORDERS + "/" + id + "/saga")
                .then()
                .statusCode(200)
                .body("state", notNullValue())
                .body("owed", notNullValue());
        Stubs.chargeAnswers(Stubs.captured());

        Facts.publish(
                "payments.succeeded.v1",
                id,
                """
                {"eventId":"%s","eventType":"Payment","occurredAt":"2026-11-21T08:00:00Z",
                 "payment":{"orderId":"%s","status":"SUCCEEDED"}}
                """
                        .formatted(UUID.randomUUID(), id),
                Map.of());

        awaitStatus(id, "CONFIRMED");
    }

    @Test
    void an_order_is_cancelled_refunded_and_its_history_listed() {
        String cancelled = placed("alice", one(SKU));
        as("alice")
                .header("Idempotency-Key", aKey())
                .header("Prefer", "wait=10")
                .body("{\"reason\":\"changed my mind\"}")
                .put(ORDERS + "/" + cancelled + "/cancel")
                .then()
                .statusCode(200);
        told("orders.cancelled.v1", cancelled);
        as("alice")
                .get(ORDERS + "/" + cancelled + "/events")
                .then()
                .statusCode(200)
                .body("items.version", equalTo(List.of(1, 2, 3)));

        String refunded = placed("alice", one(SKU));
        as("manager")
                .header("Idempotency-Key", aKey())
                .header("Prefer", "wait=10")
                .body("{\"amount\":100,\"reason\":\"scratched\"}")
                .post(ORDERS + "/" + refunded + "/refunds")
                .then()
                .statusCode(201)
                .body("amount", equalTo(100));
        told("orders.refunded.v1", refunded);
        as("alice").get(ORDERS + "?limit=1").then().statusCode(200).body("items", hasSize(1));
    }

    @Test
    void a_cart_becomes_a_session_and_an_order_of_a_guest() {
        String cart = UUID.randomUUID().toString();
        Neighbours.cart()
                .register(
                        WireMock.any(WireMock.urlPathMatching("/internal/carts/" + cart + ".*"))
                                .willReturn(
                                        Stubs.json(
                                                200,
                                                """
                                                {"cartId":"%s","customerId":null,"currency":"USD","version":7,"items":
                                                 [{"sku":"%s","name":"Mug","qty":2,"unitPrice":1000}]}
                                                """
                                                        .formatted(cart, SKU))));

        String session =
                anonymous()
                        .body("{\"cartId\":\"%s\"}".formatted(cart))
                        .post(SESSIONS)
                        .then()
                        .statusCode(201)
                        .body("subtotal", equalTo(2000))
                        .body("requirements", hasSize(3))
                        .extract()
                        .path("sessionId");
        for (Map.Entry<String, String> step : STEPS.entrySet()) {
            anonymous()
                    .body(step.getValue())
                    .put(SESSIONS + "/" + session + "/" + step.getKey())
                    .then()
                    .statusCode(200);
        }
        anonymous()
                .body("{\"code\":\"standard\"}")
                .put(SESSIONS + "/" + session + "/shipping-option")
                .then()
                .statusCode(200)
                .body("requirements", hasSize(0));
        int total = anonymous().get(SESSIONS + "/" + session).path("totalAmount");
        Response order =
                anonymous()
                        .header("Idempotency-Key", aKey())
                        .header("Prefer", "wait=10")
                        .body(
                                "{\"paymentMethod\":\"pm_card_visa\",\"expectedTotal\":%d}"
                                        .formatted(total))
                        .post(SESSIONS + "/" + session + "/complete");

        order.then().statusCode(201).body("totalAmount", equalTo(total));
        anonymous()
                .header("X-Order-Token", order.<String>path("orderToken"))
                .get(ORDERS + "/" + order.path("orderId"))
                .then()
                .statusCode(200);
    }

    @Test
    void mistakes_are_told_member_by_member() {
        Refusal.of(place("alice", aKey(), one(SKU).replace("\"qty\":1", "\"qty\":0")))
                .statusCode(400)
                .body("errors.pointer", hasItem("/items/0/qty"));
        Refusal.of(place("alice", aKey(), items("{\"sku\":\"S-1\",\"qty\":1}", "\"status\":1")))
                .statusCode(400)
                .body("errors.pointer", hasItem("/status"));
        Refusal.of(as("alice").body(one(SKU)).post(ORDERS))
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }
}
