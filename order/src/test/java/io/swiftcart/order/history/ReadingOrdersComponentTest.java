package io.swiftcart.order.history;

import static io.swiftcart.order.Ordering.ORDERS;
import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.anonymous;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.Ordering.lamps;
import static io.swiftcart.order.Ordering.place;
import static io.swiftcart.order.Ordering.placed;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.order.Store;
import io.swiftcart.order.Stubs;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReadingOrdersComponentTest {

    @BeforeEach
    void openShop() {
        Store.openShop();
    }

    @Test
    void an_order_that_has_not_changed_is_304() {
        String id = placed("alice", lamps(1));
        String number = as("alice").get(ORDERS + "/" + id).path("orderNumber");

        for (String path : new String[] {"/" + id, "/by-number/" + number}) {
            as("alice").get(ORDERS + path).then().statusCode(200).header("ETag", equalTo("\"2\""));
            for (String known : new String[] {"\"2\"", "W/\"2\"", "\"1\", \"2\"", "*"}) {
                as("alice")
                        .header("If-None-Match", known)
                        .get(ORDERS + path)
                        .then()
                        .statusCode(304)
                        .header("ETag", equalTo("\"2\""))
                        .body(equalTo(""));
            }
            as("alice")
                    .header("If-None-Match", "\"1\"")
                    .get(ORDERS + path)
                    .then()
                    .statusCode(200)
                    .body("orderId", equalTo(id));
            as("bob").header("If-None-Match", "*").get(ORDERS + path).then().statusCode(404);
        }
    }

    @Test
    void the_status_of_an_order_is_told_apart() {
        String id = placed("alice", lamps(1));

        as("alice")
                .get(ORDERS + "/" + id + "/status")
                .then()
                .statusCode(200)
                .body("size()", equalTo(5))
                .body("orderId", equalTo(id))
                .body("status", equalTo("CONFIRMED"))
                .body("paymentStatus", equalTo("SUCCEEDED"))
                .body("fulfillmentStatus", equalTo("UNFULFILLED"))
                .body("version", equalTo(2));
    }

    @Test
    void the_history_tells_every_transition_with_its_cause() {
        String id = placed("alice", lamps(1));
        Stubs.chargeAnswers(Stubs.problem(402, "payment-declined"));
        String failed = place("alice", aKey(), lamps(1)).path("orderId");

        as("alice")
                .get(ORDERS + "/" + id + "/events")
                .then()
                .statusCode(200)
                .body("items.version", equalTo(List.of(1, 2)))
                .body("items.type", equalTo(List.of("OrderCreated", "OrderConfirmed")))
                .body("items.cause", equalTo(List.of("placed by the customer", "payment captured")))
                .body("items.data.status", equalTo(List.of("PENDING", "CONFIRMED")));
        as("alice")
                .get(ORDERS + "/" + failed + "/events")
                .then()
                .body("items.type", equalTo(List.of("OrderCreated", "OrderFailed")))
                .body("items[1].cause", equalTo("payment-declined"))
                .body("items[1].data.reason", equalTo("payment-declined"));
    }

    @Test
    void the_checkout_of_a_final_order_owes_nothing_and_waits_for_nothing() {
        String id = placed("alice", lamps(1));

        as("manager")
                .get(ORDERS + "/" + id + "/saga")
                .then()
                .statusCode(200)
                .body("orderId", equalTo(id))
                .body("state", equalTo("CONFIRMED"))
                .body("attempts", equalTo(0))
                .body("owed", equalTo(List.of()))
                .body("stuck", equalTo(false))
                .body("$", not(hasKey("deadlineAt")));
    }

    @Test
    void a_checkout_that_is_open_for_more_than_a_minute_is_stuck() {
        String id = placed("alice", lamps(1));

        Store.execute(
                "update checkout set deadline_at = now() + interval '1 hour' where order_id = $1",
                Tuple.of(UUID.fromString(id)));
        as("manager").get(ORDERS + "/" + id + "/saga").then().body("stuck", equalTo(false));
        Store.execute(
                "update checkout set started_at = now() - interval '61 seconds' where order_id = $1",
                Tuple.of(UUID.fromString(id)));
        as("manager").get(ORDERS + "/" + id + "/saga").then().body("stuck", equalTo(true));

        Store.execute(
                "update checkout set deadline_at = null where order_id = $1",
                Tuple.of(UUID.fromString(id)));
    }

    @Test
    void the_bearer_of_its_token_reads_one_order_and_no_other() throws Exception {
        String id = placed("alice", lamps(1));
        String other = placed("alice", lamps(1));
        String number = as("alice").get(ORDERS + "/" + id).path("orderNumber");
        byte[] hash =
                MessageDigest.getInstance("SHA-256")
                        .digest("a-guest".getBytes(StandardCharsets.UTF_8));
        Store.execute(
                "update orders set order_token_hash = $2 where id = $1",
                Tuple.tuple().addUUID(UUID.fromString(id)).addValue(Buffer.buffer(hash)));

        for (String path :
                new String[] {
                    "/" + id, "/" + id + "/status", "/" + id + "/events", "/by-number/" + number
                }) {
            assertEquals(
                    200,
                    anonymous().header("X-Order-Token", "a-guest").get(ORDERS + path).statusCode());
            assertEquals(
                    404,
                    anonymous().header("X-Order-Token", "a-guess").get(ORDERS + path).statusCode());
        }
        anonymous()
                .header("X-Order-Token", "a-guest")
                .get(ORDERS + "/" + other)
                .then()
                .statusCode(404);
        anonymous().header("X-Order-Token", "a-guest").get(ORDERS).then().statusCode(401);
    }
}
