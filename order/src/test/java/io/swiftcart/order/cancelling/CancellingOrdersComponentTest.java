package io.swiftcart.order.cancelling;

import static io.swiftcart.order.Ordering.ORDERS;
import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.Ordering.awaitStatus;
import static io.swiftcart.order.Ordering.lamps;
import static io.swiftcart.order.Ordering.place;
import static io.swiftcart.order.Ordering.placed;
import static io.swiftcart.order.Ordering.read;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CancellingOrdersComponentTest {

    @BeforeEach
    void openShop() {
        Store.openShop();
    }

    @Test
    void a_confirmed_order_that_is_taken_back_gives_its_money_back_and_tells_so() throws Exception {
        String id = placed("alice", lamps(2));

        cancel("alice", id, aKey(), "changed my mind")
                .then()
                .statusCode(200)
                .body("orderId", equalTo(id))
                .body("status", equalTo("CANCELLED"))
                .body("paymentStatus", equalTo("REFUNDED"))
                .body("failureReason", equalTo("cancelled"))
                .body("version", equalTo(3));

        assertEquals(1, Stubs.voids(id));
        as("alice")
                .get(ORDERS + "/" + id + "/events")
                .then()
                .body("items", hasSize(3))
                .body("items[2].type", equalTo("OrderCancelled"))
                .body("items[2].cause", equalTo("taken back by the customer"))
                .body("items[2].data.wish", equalTo("changed my mind"));
        JsonNode fact = cancelledFact(id);
        assertEquals(3, fact.at("/order/version").asInt());
        assertEquals("cancelled", fact.path("reason").asText());
        assertEquals("refunded", fact.at("/payment/status").asText());
    }

    @Test
    void an_order_that_waits_for_stock_is_undone_and_then_cancelled() {
        String key = aKey();
        String id = waitingForStock(key);

        cancel("alice", id, aKey(), "too slow").then().statusCode(200);

        read(id).then()
                .body("status", equalTo("CANCELLED"))
                .body("paymentStatus", equalTo("VOIDED"))
                .body("version", equalTo(2));
        assertEquals(1, Stubs.voids(id));
        assertEquals(1, Stubs.releases(id));
        place("alice", key, lamps(1)).then().statusCode(202);
    }

    @Test
    void an_order_whose_undoing_takes_time_is_accepted_and_cancelled_later() {
        String id = waitingForStock(aKey());
        Stubs.voidAnswers(Stubs.cut());

        cancel("alice", id, aKey(), "too slow")
                .then()
                .statusCode(202)
                .header("Location", containsString(id))
                .body("status", equalTo("PENDING"));

        Stubs.neighboursAgree();
        awaitStatus(id, "CANCELLED");
    }

    @Test
    void an_order_is_not_cancelled_while_its_payment_is_unknown() {
        Stubs.chargeAnswers(Stubs.json(202, "{\"status\":\"UNKNOWN\"}"));
        String id = pending(aKey());
        String key = aKey();

        Refusal.of(cancel("alice", id, key, "too slow"))
                .statusCode(409)
                .header("Retry-After", equalTo("2"))
                .body("code", equalTo("payment-unresolved"));
        assertEquals(0, Stubs.voids(id));

        Stubs.neighboursAgree();
        awaitStatus(id, "CONFIRMED");
        cancel("alice", id, key, "too slow").then().statusCode(200);
    }

    @Test
    void a_failed_or_cancelled_order_cannot_be_cancelled() {
        Stubs.chargeAnswers(Stubs.problem(402, "payment-declined"));
        String failed = place("alice", aKey(), lamps(1)).path("orderId");
        Stubs.neighboursAgree();
        String cancelled = placed("alice", lamps(1));
        cancel("alice", cancelled, aKey(), "no").then().statusCode(200);

        for (String id : List.of(failed, cancelled)) {
            Refusal.of(cancel("alice", id, aKey(), "no"))
                    .statusCode(409)
                    .body("code", equalTo("order-not-cancellable"));
        }
        assertEquals(1, Stubs.voids(cancelled));
    }

    @Test
    void a_repeat_is_answered_byte_for_byte_and_another_wish_under_the_key_is_refused() {
        String id = placed("alice", lamps(1));
        String key = aKey();

        Response first = cancel("alice", id, key, "no");
        Response again = cancel("alice", id, key, "no");

        first.then().statusCode(200).header("Idempotent-Replayed", nullValue());
        again.then().statusCode(200).header("Idempotent-Replayed", equalTo("true"));
        assertArrayEquals(first.asByteArray(), again.asByteArray());
        Refusal.of(cancel("alice", id, key, "yes"))
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        Refusal.of(cancel("alice", placed("alice", lamps(1)), key, "no")).statusCode(422);
    }

    @Test
    void many_who_cancel_one_order_at_once_cancel_it_once() throws Exception {
        String id = placed("alice", lamps(1));

        List<Response> answers;
        try (ExecutorService all = Executors.newFixedThreadPool(16)) {
            Callable<Response> cancelling = () -> cancel("alice", id, aKey(), "no");
            answers =
                    all.invokeAll(Stream.generate(() -> cancelling).limit(16).toList()).stream()
                            .map(Future::resultNow)
                            .toList();
        }

        awaitStatus(id, "CANCELLED");
        assertTrue(
                answers.stream().allMatch(a -> List.of(200, 202, 409).contains(a.statusCode())),
                () -> answers.stream().map(Response::statusCode).toList().toString());
        assertEquals(1, answers.stream().filter(a -> a.statusCode() == 200).count());
        read(id).then().body("version", equalTo(3));
    }

    @Test
    void a_cancellation_whose_runner_died_is_finished_and_its_key_gets_the_end() {
        String id = placed("alice", lamps(1));
        String key = aKey();
        Stubs.voidAnswers(Stubs.cut());
        cancel("alice", id, key, "no").then().statusCode(202);
        // As if the process had died before it could say 202.
        Store.execute(
                "update idempotency_key set status = null, headers = null, body = null where key = $1",
                Tuple.of(key));

        Stubs.neighboursAgree();
        awaitStatus(id, "CANCELLED");

        cancel("alice", id, key, "no")
                .then()
                .statusCode(200)
                .header("Idempotent-Replayed", equalTo("true"))
                .body("status", equalTo("CANCELLED"));
    }

    @Test
    void anothers_order_does_not_exist_and_a_manager_cancels_any() {
        String id = placed("alice", lamps(1));

        Refusal.of(cancel("bob", id, aKey(), "no")).statusCode(404);
        Refusal.of(cancel("alice", UUID.randomUUID().toString(), aKey(), "no")).statusCode(404);
        cancel("manager", id, aKey(), "fraud").then().statusCode(200);
        as("manager")
                .get(ORDERS + "/" + id + "/events")
                .then()
                .body("items[2].cause", equalTo("taken back by a manager"));
        Row entry = Store.one("select * from audit_entry where subject = $1", Tuple.of(id));
        assertEquals("order.cancel", entry.getString("action"));
        assertEquals("fraud", entry.getString("reason"));
    }

    @Test
    void a_customer_who_changes_their_mind_is_no_operator() {
        String id = placed("alice", lamps(1));

        cancel("alice", id, aKey(), "changed my mind").then().statusCode(200);

        assertEquals(0, Store.count("audit_entry where subject = '" + id + "'"));
    }

    @Test
    void bad_wishes_are_refused_and_change_nothing() {
        String id = placed("alice", lamps(1));

        for (String body : List.of("{}", "{\"reason\":\"\"}", "{\"reason\":1}", "[]", "{")) {
            as("alice")
                    .header("Idempotency-Key", aKey())
                    .body(body)
                    .put(ORDERS + "/" + id + "/cancel")
                    .then()
                    .statusCode(400);
        }
        as("alice")
                .body("{\"reason\":\"no\"}")
                .put(ORDERS + "/" + id + "/cancel")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
        read(id).then().body("status", equalTo("CONFIRMED"));
    }

    private static Response cancel(String account, String id, String key, String reason) {
        return as(account)
                .header("Idempotency-Key", key)
                .body("{\"reason\":\"%s\"}".formatted(reason))
                .put(ORDERS + "/" + id + "/cancel");
    }

    private static String waitingForStock(String key) {
        Stubs.reserveAnswers(Stubs.cut());
        String id = pending(key);
        Store.execute(
                "update checkout set deadline_at = now() + interval '1 hour' where order_id = $1",
                Tuple.of(UUID.fromString(id)));
        return id;
    }

    private static String pending(String key) {
        return place("alice", key, lamps(1)).then().statusCode(202).extract().path("orderId");
    }

    private static JsonNode cancelledFact(String id) throws IOException {
        byte[] told =
                Facts.consume("orders.cancelled.v1")
                        .ofKey(id, 1)
                        .getFirst()
                        .json()
                        .getBytes(StandardCharsets.UTF_8);
        EventContract.of("orders.cancelled.v1").accepts(told);
        return new ObjectMapper().readTree(told);
    }
}
