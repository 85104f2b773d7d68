package io.swiftcart.payment;

import static io.swiftcart.payment.Paying.AMOUNT;
import static io.swiftcart.payment.Paying.PAYMENTS;
import static io.swiftcart.payment.Paying.anOrder;
import static io.swiftcart.payment.Paying.as;
import static io.swiftcart.payment.Paying.refund;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.swiftcart.payment.Paying.Order;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The provider remembers a key for a day: after that, sending again would charge again. */
@QuarkusTest
class ForgottenKeysComponentTest {

    @Inject Database database;
    @Inject CircuitBreakerMaintenance breakers;

    @AfterEach
    void heal() {
        Sandbox.heal();
        breakers.resetAll();
    }

    @Test
    void a_payment_that_stayed_unknown_for_a_day_is_looked_up_and_not_sent_again() {
        Order order = anOrder();
        Sandbox.fault("payment.lost-reply", 1);
        order.pay().then().statusCode(202);
        Sandbox.heal();
        makeADayOlder(order);

        order.pay().then().statusCode(201).body("status", equalTo("SUCCEEDED"));

        assertEquals(AMOUNT, Sandbox.intentOf(order.id()).get("amount_received"));
    }

    @Test
    void a_payment_that_never_arrived_fails_after_a_day() {
        Order order = anOrder();
        Sandbox.fault("payment.down", true);
        order.pay().then().statusCode(202);
        makeOlder(order, Duration.ofMinutes(22 * 60 + 10));
        Sandbox.heal();
        breakers.resetAll();

        // What was sent last may be found yet.
        order.pay().then().statusCode(202).body("status", equalTo("UNKNOWN"));
        makeOlder(order, Duration.ofHours(1));

        order.pay().then().statusCode(402).body("failureReason", equalTo("never_arrived"));

        assertTrue(Sandbox.intentsOf(order.id()).isEmpty());
    }

    @Test
    void a_refund_that_stayed_unknown_for_a_day_is_looked_up_and_not_given_twice() {
        Order order = anOrder();
        String payment = order.paid();
        Sandbox.fault("payment.lost-reply", 1);
        refund(payment, 98).then().statusCode(202);
        makeADayOlder(order);
        Sandbox.heal();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> statusOf(order).equals("PARTIALLY_REFUNDED"));

        assertEquals(98, Sandbox.intentOf(order.id()).get("amount_refunded"));
    }

    @Test
    void a_refund_that_never_arrived_fails_after_a_day_and_may_be_asked_for_anew() {
        Order order = anOrder();
        String payment = order.paid();
        Sandbox.fault("payment.down", true);
        refund(payment, 98).then().statusCode(202);
        makeADayOlder(order);
        Sandbox.heal();
        breakers.resetAll();

        await().atMost(Duration.ofSeconds(60)).until(() -> refund(payment, 98).statusCode() == 200);

        assertEquals(98, Sandbox.intentOf(order.id()).get("amount_refunded"));
    }

    private static String statusOf(Order order) {
        return as("manager").get(PAYMENTS + "/order/" + order.id()).then().extract().path("status");
    }

    private void makeADayOlder(Order order) {
        makeOlder(order, Duration.ofDays(1));
    }

    private void makeOlder(Order order, Duration age) {
        int changed =
                database.pool()
                        .preparedQuery(
                                "update attempt set started_at = started_at - make_interval(secs => $2)"
                                        + " where finished_at is null and payment_id ="
                                        + " (select payment_id from payment where order_id = $1)")
                        .execute(Tuple.of(UUID.fromString(order.id()), (double) age.toSeconds()))
                        .await()
                        .atMost(Duration.ofSeconds(10))
                        .rowCount();
        assertEquals(1, changed);
    }
}
