package io.swiftcart.order.checkout;

import static io.swiftcart.order.Ordering.ORDERS;
import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.Ordering.awaitStatus;
import static io.swiftcart.order.Ordering.lamps;
import static io.swiftcart.order.Ordering.place;
import static io.swiftcart.order.Ordering.read;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.order.Refusal;
import io.swiftcart.order.Store;
import io.swiftcart.order.Stubs;
import io.swiftcart.stack.testing.Facts;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A runner that died has left a row behind: its state lags, and its lease runs out. */
@QuarkusTest
class RecoveryComponentTest {

    @BeforeEach
    void openShop() {
        Store.openShop();
    }

    @Test
    void an_order_whose_runner_died_before_the_payment_is_confirmed() {
        String id = orphan("RESERVING_STOCK", "", 0);

        awaitStatus(id, "CONFIRMED");
        read(id).then().body("version", equalTo(2)).body("paymentStatus", equalTo("SUCCEEDED"));
    }

    @Test
    void an_order_whose_runner_died_after_asking_for_the_payment_is_confirmed() {
        String id = orphan("CHARGING_PAYMENT", "", 0);

        awaitStatus(id, "CONFIRMED");
        assertEquals(0, Stubs.releases(id));
    }

    @Test
    void an_order_whose_payment_was_asked_for_is_never_given_up_however_old_it_is() {
        String id = orphan("CHARGING_PAYMENT", "", 600);

        awaitStatus(id, "CONFIRMED");
        assertEquals(0, Stubs.voids(id));
    }

    @Test
    void an_order_without_stock_for_too_long_fails_with_stock_released_and_payment_voided() {
        String id = orphan("RESERVING_STOCK", "", 600);

        awaitStatus(id, "FAILED");
        read(id).then()
                .body("failureReason", equalTo("timed-out"))
                .body("paymentStatus", equalTo("VOIDED"))
                .body("version", equalTo(2));
        assertEquals(1, Stubs.voids(id));
        assertEquals(1, Stubs.releases(id));
    }

    @Test
    void an_undoing_whose_runner_died_is_finished() {
        String id = orphan("COMPENSATING", "PAYMENT_DECLINED", 0, "VoidPayment", "ReleaseStock");

        awaitStatus(id, "FAILED");
        read(id).then().body("failureReason", equalTo("payment-declined"));
        assertEquals(1, Stubs.voids(id));
        assertEquals(1, Stubs.releases(id));
        assertEquals(0, Stubs.charges(id).size());
    }

    @Test
    void what_is_owed_is_asked_for_however_old_it_is() {
        String id = orphan("COMPENSATING", "TIMED_OUT", 600, "ReleaseStock");

        awaitStatus(id, "FAILED");
        assertEquals(1, Stubs.releases(id));
        assertEquals(0, Stubs.voids(id));
    }

    @Test
    void orders_that_are_taken_over_together_keep_the_ids_of_their_own_requests() {
        List<String> correlations = List.of("orphan-one", "orphan-two", "orphan-three");
        Stubs.reserveAnswers(Stubs.cut());
        List<String> ids = correlations.stream().map(RecoveryComponentTest::accepted).toList();
        Stubs.reserveAnswers(Stubs.held());

        for (int i = 0; i < ids.size(); i++) {
            awaitStatus(ids.get(i), "CONFIRMED");
            Facts.Received fact =
                    Facts.consume("orders.confirmed.v1").ofKey(ids.get(i), 1).getFirst();
            assertEquals(correlations.get(i), fact.headers().get("correlation-id"));
            assertTrue(
                    Stubs.charges(ids.get(i)).stream()
                            .allMatch(
                                    charge ->
                                            correlations.contains(
                                                    charge.getHeader("X-Correlation-ID"))));
            assertEquals(
                    correlations.get(i),
                    Stubs.charges(ids.get(i)).getFirst().getHeader("X-Correlation-ID"));
        }
    }

    @Test
    void the_key_of_an_order_whose_runner_died_gets_the_end_as_its_answer() {
        String key = aKey();
        Response accepted = silent(key, "orphan");
        String id = accepted.path("orderId");
        // As if the process had died before it could say 202.
        Store.execute(
                "update idempotency_key set status = null, headers = null, body = null where key = $1",
                Tuple.of(key));
        Refusal.of(place("alice", key, lamps(1)))
                .statusCode(409)
                .body("code", equalTo("idempotency-key-in-flight"));

        Stubs.reserveAnswers(Stubs.held());
        awaitStatus(id, "CONFIRMED");

        place("alice", key, lamps(1))
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"))
                .body("orderId", equalTo(id));
    }

    /** A checkout in this state, {@code age} seconds old, whose lease has just run out. */
    private static String orphan(String state, String why, int age, String... owed) {
        Stubs.reserveAnswers(Stubs.cut());
        String id = accepted("orphan");
        UUID order = UUID.fromString(id);
        Store.execute(
                """
                update checkout set state = $2, why = nullif($3, ''), owed = $4, version = version + 1,
                                    started_at = started_at - make_interval(secs => $5),
                                    deadline_at = now() + interval '1 hour'
                where order_id = $1
                """,
                Tuple.tuple()
                        .addUUID(order)
                        .addString(state)
                        .addString(why)
                        .addJsonArray(new JsonArray(List.of(owed)))
                        .addDouble((double) age));
        Stubs.neighboursAgree();
        Store.execute(
                "update checkout set deadline_at = now() - interval '1 second' where order_id = $1",
                Tuple.of(order));
        return id;
    }

    private static String accepted(String correlation) {
        return silent(aKey(), correlation).then().statusCode(202).extract().path("orderId");
    }

    private static Response silent(String key, String correlation) {
        Stubs.reserveAnswers(Stubs.cut());
        return as("alice")
                .header("Idempotency-Key", key)
                .header("Prefer", "wait=10")
                .header("X-Correlation-ID", correlation)
                .body(lamps(1))
                .post(ORDERS);
    }
}
