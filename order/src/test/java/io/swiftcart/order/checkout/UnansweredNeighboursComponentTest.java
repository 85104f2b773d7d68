package io.swiftcart.order.checkout;

import static io.swiftcart.order.Ordering.ORDERS;
import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.Ordering.awaitStatus;
import static io.swiftcart.order.Ordering.lamps;
import static io.swiftcart.order.Ordering.place;
import static io.swiftcart.order.Ordering.read;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.order.Store;
import io.swiftcart.order.Stubs;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class UnansweredNeighboursComponentTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @BeforeEach
    void openShop() {
        Store.openShop();
    }

    @Test
    void a_caller_who_does_not_want_to_wait_gets_202_and_the_order_goes_on() {
        String id = accepted(order("respond-async"));

        awaitStatus(id, "CONFIRMED");
    }

    @Test
    void a_payment_that_takes_longer_than_the_caller_waits_is_202_and_confirms_by_itself() {
        Stubs.chargeAnswers(Stubs.after(Duration.ofMillis(2500), Stubs.captured()));

        String id = accepted(order("wait=1"));

        awaitStatus(id, "CONFIRMED");
        assertEquals(1, Stubs.charges(id).size());
    }

    @Test
    void an_inventory_that_is_too_slow_is_202_and_the_sweep_confirms_the_order() {
        Stubs.reserveAnswers(Stubs.after(Duration.ofSeconds(4), Stubs.held()));

        String id = accepted(place("alice", aKey(), lamps(1)));

        as("manager")
                .get(ORDERS + "/" + id + "/saga")
                .then()
                .body("state", equalTo("RESERVING_STOCK"))
                .body("attempts", greaterThan(0))
                .body("deadlineAt", notNullValue())
                .body("lastError", notNullValue());
        Stubs.reserveAnswers(Stubs.held());
        awaitStatus(id, "CONFIRMED");
    }

    @Test
    void a_neighbour_that_breaks_the_connection_delays_the_order_and_does_not_fail_it() {
        Stubs.reserveAnswers(Stubs.cut());

        String id = accepted(place("alice", aKey(), lamps(1)));

        Stubs.reserveAnswers(Stubs.held());
        awaitStatus(id, "CONFIRMED");
    }

    @ParameterizedTest
    @CsvSource({
        "202, ''",
        "200, ''",
        "500, internal-error",
        "503, service-unavailable",
        "409, idempotency-key-in-flight",
        "409, payment-terms-differ",
        "422, idempotency-key-reused",
        "401, unauthenticated"
    })
    void an_answer_that_does_not_tell_what_became_of_the_payment_is_asked_for_again(
            int status, String code) {
        Stubs.chargeAnswers(
                Stubs.json(status, "{\"status\":\"PROCESSING\",\"code\":\"%s\"}".formatted(code)));

        String id = accepted(place("alice", aKey(), lamps(1)));
        await().atMost(SOON).until(() -> Stubs.charges(id).size() > 1);

        read(id).then().body("status", equalTo("PENDING"));
        assertEquals(0, Stubs.releases(id));
        assertEquals(0, Stubs.voids(id));
        Stubs.chargeAnswers(Stubs.captured());
        awaitStatus(id, "CONFIRMED");
        assertEquals(0, Stubs.releases(id));
        assertEquals(0, Stubs.voids(id));
    }

    @Test
    void an_unknown_payment_stays_unknown_while_payment_cannot_be_asked() {
        Stubs.chargeAnswers(Stubs.json(202, "{\"status\":\"UNKNOWN\"}"));
        String id = accepted(place("alice", aKey(), lamps(1)));

        Stubs.chargeAnswers(Stubs.problem(503, "payment-unavailable"));
        int before = Stubs.charges(id).size();
        await().atMost(SOON).until(() -> Stubs.charges(id).size() > before);
        Stubs.chargeAnswers(Stubs.captured());

        awaitStatus(id, "CONFIRMED");
        assertEquals(0, Stubs.voids(id));
    }

    @Test
    void an_unknown_payment_that_turns_out_declined_fails_the_order() {
        Stubs.chargeAnswers(Stubs.json(202, "{\"status\":\"UNKNOWN\"}"));
        String id = accepted(place("alice", aKey(), lamps(1)));

        Stubs.chargeAnswers(Stubs.problem(402, "payment-declined"));

        awaitStatus(id, "FAILED");
        assertEquals(1, Stubs.releases(id));
    }

    @Test
    void stock_that_cannot_be_given_back_is_owed_until_it_is() {
        Stubs.chargeAnswers(Stubs.problem(402, "payment-declined"));
        Stubs.releaseAnswers(Stubs.cut());

        String id = accepted(place("alice", aKey(), lamps(1)));

        as("manager")
                .get(ORDERS + "/" + id + "/saga")
                .then()
                .body("state", equalTo("COMPENSATING"))
                .body("owed", hasItem("ReleaseStock"));
        Stubs.releaseAnswers(Stubs.json(200, "{}"));
        awaitStatus(id, "FAILED");
        as("manager")
                .get(ORDERS + "/" + id + "/saga")
                .then()
                .body("state", equalTo("REJECTED"))
                .body("owed.size()", equalTo(0));
    }

    @Test
    void money_that_may_still_be_held_is_owed_until_payment_says_that_it_is_not() {
        Stubs.chargeAnswers(Stubs.problem(402, "payment-declined"));
        Stubs.voidAnswers(Stubs.json(202, "{\"status\":\"UNKNOWN\"}"));

        String id = accepted(place("alice", aKey(), lamps(1)));

        as("manager").get(ORDERS + "/" + id + "/saga").then().body("owed", hasItem("VoidPayment"));
        Stubs.voidAnswers(Stubs.json(200, "{\"status\":\"VOIDED\"}"));
        awaitStatus(id, "FAILED");
    }

    private static Response order(String prefer) {
        return as("alice")
                .header("Idempotency-Key", aKey())
                .header("Prefer", prefer)
                .body(lamps(1))
                .post(ORDERS);
    }

    private static String accepted(Response answer) {
        String id = answer.then().statusCode(202).extract().path("orderId");
        answer.then()
                .body("status", equalTo("PENDING"))
                .body("paymentStatus", equalTo("PENDING"))
                .body("version", equalTo(1))
                .header("Location", equalTo(ORDERS + "/" + id));
        return id;
    }
}
