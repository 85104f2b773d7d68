package io.swiftcart.order;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.swiftcart.order.Ordering.LAMP;
import static io.swiftcart.order.Ordering.LAMP_PRICE;
import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.Ordering.captured;
import static io.swiftcart.order.Ordering.json;
import static io.swiftcart.order.Ordering.lamps;
import static io.swiftcart.order.Ordering.place;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlacingOrdersComponentTest {
    @Inject Pool database;

    @BeforeEach
    void lampsAreSoldAndNeighboursAgree() {
        Ordering.sellLamps(database);
        Ordering.neighboursAgree();
    }

    @Test
    void an_order_is_confirmed_with_the_total_of_the_catalogue() {
        Response placed = place("alice", aKey(), lamps(2));

        placed.then()
                .statusCode(201)
                .header("Location", equalTo("/api/v1/orders/" + placed.path("orderId")))
                .body("status", equalTo("CONFIRMED"))
                .body("paymentStatus", equalTo("SUCCEEDED"))
                .body("orderNumber", matchesPattern("ORD-\\d{8}-\\d{6,}"))
                .body("totalAmount", equalTo(2 * LAMP_PRICE))
                .body("items[0].lineTotal", equalTo(2 * LAMP_PRICE))
                .body("version", equalTo(2));
    }

    @Test
    void the_same_request_twice_is_one_order_and_the_same_answer_byte_for_byte() {
        String key = aKey();

        Response first = place("alice", key, lamps(1));
        Response again = place("alice", "\"" + key + "\"", lamps(1).replace(" ", "").strip());

        first.then().statusCode(201).header("Idempotent-Replayed", nullValue());
        again.then().statusCode(201).header("Idempotent-Replayed", equalTo("true"));
        assertArrayEquals(first.asByteArray(), again.asByteArray());
        Neighbours.payment()
                .verifyThat(
                        1,
                        postRequestedFor(urlEqualTo("/api/v1/payments"))
                                .withHeader(
                                        "Idempotency-Key",
                                        WireMock.equalTo(first.path("orderId"))));
    }

    @Test
    void twenty_equal_requests_at_once_are_one_order() throws Exception {
        String key = aKey();
        try (var clients = Executors.newFixedThreadPool(20)) {
            Callable<Response> request = () -> place("alice", key, lamps(1));
            List<Integer> statuses =
                    clients.invokeAll(java.util.Collections.nCopies(20, request)).stream()
                            .map(Future::resultNow)
                            .map(Response::statusCode)
                            .distinct()
                            .sorted()
                            .toList();

            assertEquals(
                    true,
                    List.of(List.of(201), List.of(201, 409)).contains(statuses),
                    statuses.toString());
        }
        Neighbours.payment().verifyThat(1, postRequestedFor(urlEqualTo("/api/v1/payments")));
    }

    @Test
    void the_same_key_for_another_request_is_refused() {
        String key = aKey();
        place("alice", key, lamps(1)).then().statusCode(201);

        place("alice", key, lamps(2))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        place("bob", key, lamps(2)).then().statusCode(201);
    }

    @Test
    void without_a_key_nothing_happens() {
        as("alice")
                .body(lamps(1))
                .post("/api/v1/orders")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("idempotency-key-missing"))
                .body("correlationId", notNullValue());
    }

    @Test
    void a_declined_card_is_402_and_the_stock_is_given_back() {
        Ordering.chargeAnswers(json(402, "{\"code\":\"payment-declined\"}"));

        Response declined = place("alice", aKey(), lamps(1));

        declined.then()
                .statusCode(402)
                .body("code", equalTo("payment-declined"))
                .body("orderId", notNullValue());
        Neighbours.inventory()
                .verifyThat(
                        1,
                        postRequestedFor(
                                urlPathMatching(".*/" + declined.path("orderId") + "/release")));
        as("alice")
                .get("/api/v1/orders/" + declined.path("orderId"))
                .then()
                .body("status", equalTo("FAILED"))
                .body("failureReason", equalTo("payment-declined"));
    }

    @Test
    void short_stock_is_409_with_the_lines_and_nothing_is_charged() {
        Ordering.reserveAnswers(
                json(
                        409,
                        """
                {"code":"insufficient-stock","items":[{"sku":"%s","requested":3,"available":1}]}
                """
                                .formatted(LAMP)));

        place("alice", aKey(), lamps(3))
                .then()
                .statusCode(409)
                .body("code", equalTo("insufficient-stock"))
                .body("items[0].sku", equalTo(LAMP))
                .body("items[0].requested", equalTo(3))
                .body("items[0].available", equalTo(1));
        Neighbours.payment().verifyThat(0, postRequestedFor(urlEqualTo("/api/v1/payments")));
    }

    @Test
    void a_sku_that_is_not_sold_is_422() {
        place("alice", aKey(), lamps(1).replace(LAMP, "SKU-NONE"))
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-sku"));
    }

    @Test
    void a_payment_whose_outcome_is_unknown_leaves_the_order_pending_until_it_is_known() {
        Ordering.chargeAnswers(json(202, "{\"status\":\"UNKNOWN\"}"));
        String key = aKey();

        Response accepted = place("alice", key, lamps(1));
        accepted.then()
                .statusCode(202)
                .body("status", equalTo("PENDING"))
                .header("Location", notNullValue());

        Ordering.chargeAnswers(captured());
        awaitStatus(accepted.path("orderId"), "CONFIRMED");
        place("alice", key, lamps(1))
                .then()
                .statusCode(202)
                .header("Idempotent-Replayed", equalTo("true"));
        Neighbours.inventory().verifyThat(0, postRequestedFor(urlPathMatching(".*/release")));
    }

    @Test
    void a_caller_who_does_not_want_to_wait_gets_202_and_the_order_goes_on() {
        Response accepted =
                as("alice")
                        .header("Idempotency-Key", aKey())
                        .header("Prefer", "respond-async")
                        .body(lamps(1))
                        .post("/api/v1/orders");

        accepted.then().statusCode(202);
        awaitStatus(accepted.path("orderId"), "CONFIRMED");
    }

    @Test
    void a_neighbour_that_breaks_the_connection_delays_the_order_and_does_not_fail_it() {
        Neighbours.inventory()
                .register(
                        WireMock.post(urlEqualTo("/api/v1/inventory/reservations"))
                                .willReturn(
                                        WireMock.aResponse()
                                                .withFault(Fault.CONNECTION_RESET_BY_PEER)));

        Response accepted = place("alice", aKey(), lamps(1));
        accepted.then().statusCode(202);

        Ordering.reserveAnswers(json(201, "{\"status\":\"HELD\"}"));
        awaitStatus(accepted.path("orderId"), "CONFIRMED");
    }

    @Test
    void the_history_tells_every_transition_with_its_cause() {
        String id = place("alice", aKey(), lamps(1)).path("orderId");

        as("alice")
                .get("/api/v1/orders/" + id + "/events")
                .then()
                .statusCode(200)
                .body("items.version", equalTo(List.of(1, 2)))
                .body("items.type", equalTo(List.of("OrderCreated", "OrderConfirmed")));
        as("manager")
                .get("/api/v1/orders/" + id + "/saga")
                .then()
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"));
    }

    private static void awaitStatus(String orderId, String status) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                as("alice")
                                        .get("/api/v1/orders/" + orderId + "/status")
                                        .then()
                                        .body("status", equalTo(status)));
    }
}
