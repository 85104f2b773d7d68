package io.swiftcart.order.waking;

import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.awaitStatus;
import static io.swiftcart.order.Ordering.lamps;
import static io.swiftcart.order.Ordering.place;
import static io.swiftcart.order.Ordering.placed;
import static io.swiftcart.order.Ordering.read;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.order.Store;
import io.swiftcart.order.Stubs;
import io.swiftcart.stack.testing.Facts;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sweep does not come in any of these: it is put off for an hour. */
@QuarkusTest
class WakingCheckoutsComponentTest {

    @BeforeEach
    void openShop() {
        Store.openShop();
    }

    @Test
    void a_payment_that_succeeded_confirms_the_order_that_waits_for_it() {
        String id = waiting();
        Stubs.chargeAnswers(Stubs.captured());

        tell("payments.succeeded.v1", id);
        tell("payments.succeeded.v1", id);

        awaitStatus(id, "CONFIRMED");
        read(id).then().body("version", equalTo(2));
        assertEquals(0, Stubs.voids(id));
    }

    @Test
    void a_payment_that_failed_fails_the_order_that_waits_for_it() {
        String id = waiting();
        Stubs.chargeAnswers(Stubs.problem(402, "payment-declined"));

        tell("payments.failed.v1", id);

        awaitStatus(id, "FAILED");
        assertEquals(1, Stubs.releases(id));
    }

    @Test
    void what_payment_says_of_an_order_that_does_not_wait_changes_nothing() {
        String confirmed = placed("alice", lamps(1));
        String waiting = waiting();
        int charges = Stubs.charges(confirmed).size();
        Stubs.chargeAnswers(Stubs.captured());

        tell("payments.succeeded.v1", UUID.randomUUID().toString());
        tell("payments.failed.v1", confirmed);
        tell("payments.succeeded.v1", confirmed);
        tell("payments.succeeded.v1", waiting);

        awaitStatus(waiting, "CONFIRMED");
        read(confirmed).then().body("status", equalTo("CONFIRMED")).body("version", equalTo(2));
        assertEquals(charges, Stubs.charges(confirmed).size());
    }

    /** An order whose payment is not known, and which nobody asks about for an hour. */
    private static String waiting() {
        Stubs.chargeAnswers(Stubs.json(202, "{\"status\":\"UNKNOWN\"}"));
        String id =
                place("alice", aKey(), lamps(1)).then().statusCode(202).extract().path("orderId");
        Store.execute(
                """
                update checkout set deadline_at = now() + interval '1 hour', version = version + 1
                where order_id = $1
                """,
                Tuple.of(UUID.fromString(id)));
        return id;
    }

    private static void tell(String topic, String orderId) {
        Facts.publish(
                topic,
                orderId,
                """
                {"eventId":"%s","eventType":"Payment","occurredAt":"2026-11-21T08:00:00Z",
                 "payment":{"orderId":"%s","status":"SUCCEEDED"}}
                """
                        .formatted(UUID.randomUUID(), orderId),
                Map.of());
    }
}
