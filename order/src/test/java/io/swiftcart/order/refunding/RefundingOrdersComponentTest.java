package io.swiftcart.order.refunding;

import static io.swiftcart.order.Ordering.LAMP;
import static io.swiftcart.order.Ordering.LAMP_PRICE;
import static io.swiftcart.order.Ordering.ORDERS;
import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.Ordering.lamps;
import static io.swiftcart.order.Ordering.place;
import static io.swiftcart.order.Ordering.placed;
import static io.swiftcart.order.Ordering.read;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.order.Refusal;
import io.swiftcart.order.Store;
import io.swiftcart.order.Stubs;
import io.swiftcart.platform.contract.EventContract;
import io.swiftcart.stack.testing.Facts;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RefundingOrdersComponentTest {

    @BeforeEach
    void openShop() {
        Store.openShop();
    }

    @Test
    void part_of_an_orders_money_is_given_back_and_the_order_stands() throws Exception {
        String id = placed("alice", lamps(2));

        refund(id, aKey(), "\"amount\":1000")
                .then()
                .statusCode(201)
                .body("refundId", notNullValue())
                .body("orderId", equalTo(id))
                .body("amount", equalTo(1000))
                .body("currency", equalTo("USD"))
                .body("status", equalTo("SUCCEEDED"));

        read(id).then()
                .body("status", equalTo("CONFIRMED"))
                .body("paymentStatus", equalTo("PARTIALLY_REFUNDED"))
                .body("version", equalTo(3));
        as("alice")
                .get(ORDERS + "/" + id + "/events")
                .then()
                .body("items", hasSize(3))
                .body("items[2].type", equalTo("OrderRefunded"))
                .body("items[2].data.amount", equalTo(1000))
                .body("items[2].data.reason", equalTo("broken"));
        byte[] told =
                Facts.consume("orders.refunded.v1")
                        .ofKey(id, 1)
                        .getFirst()
                        .json()
                        .getBytes(StandardCharsets.UTF_8);
        EventContract.of("orders.refunded.v1").accepts(told);
        JsonNode fact = new ObjectMapper().readTree(told);
        assertEquals(1000, fact.at("/refund/amount").asInt());
        assertEquals("partially_refunded", fact.at("/payment/status").asText());
        assertTrue(Stubs.restocks(id).isEmpty());
    }

    @Test
    void without_an_amount_all_that_is_left_is_given_back() {
        String id = placed("alice", lamps(2));
        refund(id, aKey(), "\"amount\":1").then().statusCode(201);

        refund(id, aKey(), "\"restock\":false")
                .then()
                .statusCode(201)
                .body("amount", equalTo(2 * LAMP_PRICE - 1));

        read(id).then()
                .body("paymentStatus", equalTo("REFUNDED"))
                .body("status", equalTo("CONFIRMED"));
    }

    @Test
    void items_are_given_back_at_their_price_and_put_back_on_the_shelf_when_asked_for() {
        String id = placed("alice", lamps(3));

        refund(
                        id,
                        aKey(),
                        "\"items\":[{\"sku\":\"%s\",\"qty\":2}],\"restock\":true".formatted(LAMP))
                .then()
                .statusCode(201)
                .body("amount", equalTo(2 * LAMP_PRICE));

        await().untilAsserted(() -> assertEquals(1, Stubs.restocks(id).size()));
        assertTrue(Stubs.restocks(id).getFirst().getBodyAsString().contains("\"qty\":2"));
    }

    @Test
    void no_unit_is_given_back_twice() {
        String id = placed("alice", lamps(3));
        String two = "\"items\":[{\"sku\":\"%s\",\"qty\":2}]".formatted(LAMP);
        refund(id, aKey(), two).then().statusCode(201);

        Refusal.of(refund(id, aKey(), two))
                .statusCode(409)
                .body("code", equalTo("refund-exceeds-captured"))
                .body("refundable", equalTo(LAMP_PRICE));
        Stubs.refundAnswers(Stubs.problem(409, "provider-refused"));
        refund(id, aKey(), two.replace("2}", "1}")).then().body("status", equalTo("FAILED"));
        Stubs.neighboursAgree();
        refund(id, aKey(), two.replace("2}", "1}"))
                .then()
                .statusCode(201)
                .body("amount", equalTo(LAMP_PRICE));
    }

    @Test
    void units_that_cannot_be_put_back_now_are_put_back_later_and_the_money_does_not_wait() {
        String id = placed("alice", lamps(1));
        Stubs.restockAnswers(Stubs.cut());

        refund(
                        id,
                        aKey(),
                        "\"items\":[{\"sku\":\"%s\",\"qty\":1}],\"restock\":true".formatted(LAMP))
                .then()
                .statusCode(201)
                .body("status", equalTo("SUCCEEDED"));

        Stubs.restockAnswers(Stubs.json(200, "{}"));
        await().untilAsserted(
                        () ->
                                assertEquals(
                                        1,
                                        Store.count(
                                                "refund where deadline_at is null and order_id = '"
                                                        + id
                                                        + "'")));
        assertEquals(1, Stubs.refunds(id).size());
    }

    @Test
    void units_that_a_cancellation_has_put_back_already_are_not_owed_for_ever() {
        String id = placed("alice", lamps(1));
        Stubs.restockAnswers(Stubs.problem(409, "restock-exceeds-committed"));

        refund(
                        id,
                        aKey(),
                        "\"items\":[{\"sku\":\"%s\",\"qty\":1}],\"restock\":true".formatted(LAMP))
                .then()
                .statusCode(201);

        await().untilAsserted(
                        () ->
                                assertEquals(
                                        1,
                                        Store.count(
                                                "refund where deadline_at is null and order_id = '"
                                                        + id
                                                        + "'")));
    }

    @Test
    void more_than_was_taken_is_refused() {
        String id = placed("alice", lamps(1));

        Refusal.of(refund(id, aKey(), "\"amount\":" + (LAMP_PRICE + 1)))
                .statusCode(409)
                .body("code", equalTo("refund-exceeds-captured"))
                .body("refundable", equalTo(LAMP_PRICE));
        refund(id, aKey(), "\"amount\":" + LAMP_PRICE).then().statusCode(201);
        Refusal.of(refund(id, aKey(), "\"amount\":1")).statusCode(409);
        Refusal.of(refund(id, aKey(), "\"restock\":false")).statusCode(409);
        assertEquals(1, Stubs.refunds(id).size());
    }

    @Test
    void refunds_that_run_at_once_never_give_back_more_than_was_taken() throws Exception {
        String id = placed("alice", lamps(10));

        List<Response> answers;
        try (ExecutorService all = Executors.newFixedThreadPool(16)) {
            Callable<Response> refunding = () -> refund(id, aKey(), "\"amount\":" + 2 * LAMP_PRICE);
            answers =
                    all.invokeAll(Stream.generate(() -> refunding).limit(16).toList()).stream()
                            .map(Future::resultNow)
                            .toList();
        }

        assertEquals(5, answers.stream().filter(a -> a.statusCode() == 201).count());
        assertEquals(11, answers.stream().filter(a -> a.statusCode() == 409).count());
        await().untilAsserted(() -> read(id).then().body("paymentStatus", equalTo("REFUNDED")));
        read(id).then().body("version", equalTo(7));
    }

    @Test
    void a_refund_whose_outcome_is_not_known_is_pending_and_asked_for_again() {
        String id = placed("alice", lamps(1));
        Stubs.refundAnswers(Stubs.json(202, "{\"status\":\"PENDING\"}"));
        String key = aKey();

        refund(id, key, "\"amount\":1000")
                .then()
                .statusCode(201)
                .body("status", equalTo("PENDING"));
        Refusal.of(refund(id, aKey(), "\"amount\":" + LAMP_PRICE)).statusCode(409);

        Stubs.refundAnswers(Stubs.json(200, "{\"status\":\"SUCCEEDED\"}"));
        await().untilAsserted(
                        () -> read(id).then().body("paymentStatus", equalTo("PARTIALLY_REFUNDED")));
        assertEquals(
                1,
                Stubs.refunds(id).stream()
                        .map(asked -> asked.getBodyAsString().replaceAll(".*refundId\":\"", ""))
                        .map(rest -> rest.substring(0, 36))
                        .distinct()
                        .count());
    }

    @Test
    void a_refund_that_is_known_only_after_its_order_was_cancelled_is_not_told_twice() {
        String id = placed("alice", lamps(1));
        Stubs.refundAnswers(Stubs.json(202, "{\"status\":\"PENDING\"}"));
        refund(id, aKey(), "\"amount\":1000").then().statusCode(201);
        as("alice")
                .header("Idempotency-Key", aKey())
                .body("{\"reason\":\"no\"}")
                .put(ORDERS + "/" + id + "/cancel")
                .then()
                .statusCode(200);

        Stubs.refundAnswers(Stubs.json(200, "{\"status\":\"SUCCEEDED\"}"));

        await().untilAsserted(
                        () ->
                                assertEquals(
                                        1,
                                        Store.count(
                                                "refund where status = 'SUCCEEDED' and order_id = '"
                                                        + id
                                                        + "'")));
        read(id).then()
                .body("status", equalTo("CANCELLED"))
                .body("paymentStatus", equalTo("REFUNDED"))
                .body("version", equalTo(3));
    }

    private static String refundedAtPayment(String orderId) {
        return """
        {"eventId":"%s","eventType":"PaymentRefunded","occurredAt":"2026-11-21T08:00:00Z",
         "payment":{"orderId":"%s","status":"PARTIALLY_REFUNDED"},
         "refund":{"refundId":"%s","amount":1000}}
        """
                .formatted(UUID.randomUUID(), orderId, UUID.randomUUID());
    }

    @Test
    void money_that_was_given_back_at_payment_directly_is_known_once() {
        String id = placed("alice", lamps(2));
        String told = refundedAtPayment(id);

        Facts.publish("payments.refunded.v1", id, told, Map.of());
        Facts.publish("payments.refunded.v1", id, told, Map.of());

        await().untilAsserted(
                        () -> read(id).then().body("paymentStatus", equalTo("PARTIALLY_REFUNDED")));
        refund(id, aKey(), "\"restock\":false")
                .then()
                .statusCode(201)
                .body("amount", equalTo(2 * LAMP_PRICE - 1000));
        read(id).then().body("version", equalTo(4)).body("paymentStatus", equalTo("REFUNDED"));
    }

    @Test
    void a_refund_at_payment_waits_for_the_confirmation_of_its_order() {
        String id = placed("alice", lamps(2));
        Store.execute(
                "update checkout set deadline_at = now() + interval '1 hour', state = 'CHARGING_PAYMENT' where order_id = $1",
                Tuple.of(UUID.fromString(id)));

        Facts.publish("payments.refunded.v1", id, refundedAtPayment(id), Map.of());
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> read(id).then().body("paymentStatus", equalTo("SUCCEEDED")));
        Store.execute(
                "update checkout set deadline_at = null, state = 'CONFIRMED' where order_id = $1",
                Tuple.of(UUID.fromString(id)));

        await().untilAsserted(
                        () -> read(id).then().body("paymentStatus", equalTo("PARTIALLY_REFUNDED")));
    }

    @Test
    void a_refund_that_payment_refuses_leaves_the_order_as_it_was() {
        String id = placed("alice", lamps(1));
        Stubs.refundAnswers(Stubs.problem(409, "provider-refused"));

        refund(id, aKey(), "\"amount\":1000")
                .then()
                .statusCode(201)
                .body("status", equalTo("FAILED"))
                .body("failureReason", equalTo("provider-refused"));

        read(id).then().body("paymentStatus", equalTo("SUCCEEDED")).body("version", equalTo(2));
        Stubs.neighboursAgree();
        refund(id, aKey(), "\"amount\":" + LAMP_PRICE).then().statusCode(201);
    }

    @Test
    void a_refund_whose_runner_died_is_finished_and_its_key_gets_the_end() {
        String id = placed("alice", lamps(1));
        Stubs.refundAnswers(Stubs.cut());
        String key = aKey();
        refund(id, key, "\"amount\":1000").then().statusCode(201);
        Store.execute(
                "update idempotency_key set status = null, headers = null, body = null where key = $1",
                Tuple.of(key));

        Stubs.neighboursAgree();
        await().untilAsserted(
                        () ->
                                refund(id, key, "\"amount\":1000")
                                        .then()
                                        .statusCode(201)
                                        .header("Idempotent-Replayed", equalTo("true"))
                                        .body("status", equalTo("SUCCEEDED")));
    }

    @Test
    void a_repeat_is_answered_byte_for_byte() {
        String id = placed("alice", lamps(1));
        String key = aKey();

        Response first = refund(id, key, "\"amount\":1000");
        Response again = refund(id, key, "\"amount\":1000");

        again.then().statusCode(201).header("Idempotent-Replayed", equalTo("true"));
        assertArrayEquals(first.asByteArray(), again.asByteArray());
        Refusal.of(refund(id, key, "\"amount\":1001")).statusCode(422);
        assertEquals(1, Stubs.refunds(id).size());
    }

    @Test
    void why_money_is_given_back_stands_in_the_audit_trail_once() {
        String id = placed("alice", lamps(1));
        String key = aKey();
        refund(id, key, "\"amount\":1000").then().statusCode(201);
        refund(id, key, "\"amount\":1000").then().statusCode(201);
        Refusal.of(refund(id, aKey(), "\"amount\":" + 2 * LAMP_PRICE)).statusCode(409);

        Row entry = Store.one("select * from audit_entry where subject = $1", Tuple.of(id));

        assertEquals("order.refund", entry.getString("action"));
        assertEquals("broken", entry.getString("reason"));
    }

    @Test
    void what_was_not_paid_or_not_ordered_is_not_refunded() {
        Stubs.chargeAnswers(Stubs.problem(402, "payment-declined"));
        String failed = place("alice", aKey(), lamps(1)).path("orderId");
        Stubs.neighboursAgree();
        String id = placed("alice", lamps(1));

        Refusal.of(refund(failed, aKey(), "\"amount\":1"))
                .statusCode(409)
                .body("code", equalTo("not-refundable"));
        Refusal.of(refund(UUID.randomUUID().toString(), aKey(), "\"amount\":1")).statusCode(404);
        for (String bad :
                List.of(
                        "\"items\":[{\"sku\":\"SKU-OTHER\",\"qty\":1}]",
                        "\"items\":[{\"sku\":\"%s\",\"qty\":2}]".formatted(LAMP),
                        "\"items\":[{\"sku\":\"%1$s\",\"qty\":1},{\"sku\":\"%1$s\",\"qty\":1}]"
                                .formatted(LAMP),
                        "\"items\":[]",
                        "\"amount\":0",
                        "\"amount\":-1",
                        "\"amount\":1.5",
                        "\"amount\":\"1\"",
                        "\"currency\":\"USD\"")) {
            Refusal.of(refund(id, aKey(), bad)).statusCode(400);
        }
        assertEquals(0, Store.count("refund where order_id = '" + id + "'"));
    }

    private static Response refund(String id, String key, String members) {
        return as("manager")
                .header("Idempotency-Key", key)
                .body("{%s,\"reason\":\"broken\"}".formatted(members))
                .post(ORDERS + "/" + id + "/refunds");
    }
}
