package io.swiftcart.order.placing;

import static io.swiftcart.order.Ordering.ORDERS;
import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.anonymous;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.Ordering.lamps;
import static io.swiftcart.order.Ordering.one;
import static io.swiftcart.order.Ordering.place;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.order.Ordering;
import io.swiftcart.order.Refusal;
import io.swiftcart.order.Store;
import io.swiftcart.order.Stubs;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyComponentTest {

    @BeforeEach
    void openShop() {
        Store.openShop();
    }

    @Test
    void the_same_request_again_is_the_same_answer_byte_for_byte() {
        String key = aKey();

        Response first = place("alice", key, lamps(1));
        Response again = place("alice", key, lamps(1));

        first.then().statusCode(201).header("Idempotent-Replayed", nullValue());
        sameAnswer(first, again);
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(first.header("ETag"), again.header("ETag"));
        assertEquals(1, Stubs.charges(first.path("orderId")).size());
    }

    @Test
    void a_key_in_quotes_is_the_same_key() {
        String key = aKey();

        sameAnswer(place("alice", key, lamps(1)), place("alice", "\"" + key + "\"", lamps(1)));
    }

    @Test
    void blanks_and_the_order_of_members_do_not_make_another_request() {
        String key = aKey();
        String same =
                """
                { "paymentMethod" : "pm_card_visa",
                  "items" : [ { "qty" : 1, "sku" : "SKU-LAMP" } ],
                  "currency" : "USD", "expectedTotal" : null }
                """;

        sameAnswer(place("alice", key, lamps(1)), place("alice", key, same));
    }

    @Test
    void a_repeat_keeps_the_first_correlation_id_in_its_body_and_has_its_own_in_the_header() {
        Stubs.chargeAnswers(Stubs.problem(402, "payment-declined"));
        String key = aKey();

        Response first = place("alice", key, lamps(1));
        Response again =
                as("alice")
                        .header("Idempotency-Key", key)
                        .header("X-Correlation-ID", "second-try")
                        .body(lamps(1))
                        .post(ORDERS);

        first.then().statusCode(402);
        sameAnswer(first, again);
        again.then()
                .header("X-Correlation-ID", equalTo("second-try"))
                .body("correlationId", equalTo(first.header("X-Correlation-ID")));
    }

    @Test
    void lack_of_stock_is_kept_although_there_is_stock_again() {
        Stubs.reserveAnswers(Stubs.json(409, "{\"code\":\"insufficient-stock\",\"items\":[]}"));
        String key = aKey();
        Response first = place("alice", key, lamps(1));
        first.then().statusCode(409);

        Stubs.neighboursAgree();

        sameAnswer(first, place("alice", key, lamps(1)));
    }

    @Test
    void twenty_equal_requests_at_once_are_one_order() throws Exception {
        String key = aKey();
        String sku = Store.aSku(100);
        List<Response> answers;
        try (var clients = Executors.newFixedThreadPool(20)) {
            Callable<Response> request = () -> place("alice", key, one(sku));
            answers =
                    clients.invokeAll(Collections.nCopies(20, request)).stream()
                            .map(Future::resultNow)
                            .toList();
        }

        List<Response> created = answers.stream().filter(a -> a.statusCode() == 201).toList();
        List<Response> others = answers.stream().filter(a -> a.statusCode() != 201).toList();
        assertEquals(
                1, created.stream().map(a -> a.path("orderId")).collect(Collectors.toSet()).size());
        assertEquals(
                1, created.stream().filter(a -> a.header("Idempotent-Replayed") == null).count());
        for (Response other : others) {
            Refusal.of(other)
                    .statusCode(409)
                    .body("code", equalTo("idempotency-key-in-flight"))
                    .body("retryable", equalTo(true));
            assertNotNull(other.header("Retry-After"));
        }
        assertEquals(1, Stubs.charges(created.getFirst().path("orderId")).size());
        as("alice").get(ORDERS + "?sku=" + sku).then().body("items.size()", equalTo(1));
    }

    @Test
    void the_same_key_for_another_request_is_refused_and_another_caller_has_keys_of_their_own() {
        String key = aKey();
        place("alice", key, lamps(1)).then().statusCode(201);

        Refusal.of(place("alice", key, lamps(2)))
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        place("bob", key, lamps(2)).then().statusCode(201);
        place("alice", key, lamps(1)).then().statusCode(201);
    }

    @Test
    void what_means_that_nothing_happened_is_not_kept() {
        String key = aKey();
        anonymous()
                .header("Idempotency-Key", key)
                .body(lamps(1))
                .post(ORDERS)
                .then()
                .statusCode(401);
        as("payment")
                .header("Idempotency-Key", key)
                .body(lamps(1))
                .post(ORDERS)
                .then()
                .statusCode(403);
        place("alice", key, "{}").then().statusCode(400);
        Stubs.chargeAnswers(Stubs.problem(503, "payment-unavailable"));
        place("alice", key, lamps(2)).then().statusCode(503).header("Retry-After", notNullValue());
        Stubs.neighboursAgree();

        place("alice", key, lamps(1))
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", nullValue());
    }

    @Test
    void an_accepted_order_stays_accepted_to_its_key() {
        String key = aKey();
        Response accepted =
                as("alice")
                        .header("Idempotency-Key", key)
                        .header("Prefer", "respond-async")
                        .body(lamps(1))
                        .post(ORDERS);
        accepted.then().statusCode(not(equalTo(409)));
        Ordering.awaitStatus(accepted.path("orderId"), "CONFIRMED");

        sameAnswer(accepted, place("alice", key, lamps(1)));
    }

    private static void sameAnswer(Response first, Response again) {
        again.then()
                .statusCode(first.statusCode())
                .header("Idempotent-Replayed", equalTo("true"))
                .contentType(first.contentType());
        assertArrayEquals(first.asByteArray(), again.asByteArray());
    }
}
