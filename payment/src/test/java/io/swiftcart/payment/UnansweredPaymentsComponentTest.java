package io.swiftcart.payment;

import static io.swiftcart.payment.Paying.AMOUNT;
import static io.swiftcart.payment.Paying.PAYMENTS;
import static io.swiftcart.payment.Paying.anOrder;
import static io.swiftcart.payment.Paying.as;
import static io.swiftcart.payment.Paying.refund;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.swiftcart.payment.Paying.Order;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UnansweredPaymentsComponentTest {

    @Inject CircuitBreakerMaintenance breakers;

    @AfterEach
    void heal() {
        Sandbox.heal();
        breakers.resetAll();
    }

    @Test
    void lost_replies_leave_the_payment_unknown_until_a_repeat_asks_and_then_it_is_captured_once() {
        Order order = anOrder();
        Sandbox.fault("payment.lost-reply", 1);

        order.pay()
                .then()
                .statusCode(202)
                .header("Retry-After", notNullValue())
                .header("Location", notNullValue())
                .body("status", equalTo("UNKNOWN"))
                .body("capturedAmount", equalTo(0))
                .body("attempts.status", contains("UNKNOWN"))
                .body("attempts[0].finishedAt", nullValue());
        assertEquals(AMOUNT, Sandbox.intentOf(order.id()).get("amount_received"));
        Sandbox.heal();

        order.pay()
                .then()
                .statusCode(201)
                .body("status", equalTo("SUCCEEDED"))
                .body("attempts.status", contains("SUCCEEDED"));

        assertEquals(AMOUNT, Sandbox.intentOf(order.id()).get("amount_received"));
    }

    @Test
    void an_error_after_processing_is_not_taken_for_a_failure() {
        Order order = anOrder();
        Sandbox.fault("payment.error-after", 1);

        order.pay().then().statusCode(202).body("status", equalTo("UNKNOWN"));
        Sandbox.heal();

        order.pay().then().statusCode(201).body("status", equalTo("SUCCEEDED"));
        assertEquals(1, Sandbox.intentsOf(order.id()).size());
    }

    @Test
    void a_provider_that_repeats_its_error_under_the_key_is_asked_for_the_payment_itself() {
        Order order = anOrder();
        Sandbox.fault("payment.error-after", 1);

        order.pay().then().statusCode(202).body("status", equalTo("UNKNOWN"));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> order.pay().then().statusCode(201));
        assertEquals(1, Sandbox.intentsOf(order.id()).size());
    }

    @Test
    void a_refund_whose_error_is_repeated_is_looked_up_as_well() {
        Order order = anOrder();
        String payment = order.paid();
        Sandbox.fault("payment.error-after", 1);

        refund(payment, 98).then().statusCode(202);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                as("manager")
                                        .get(PAYMENTS + "/order/" + order.id())
                                        .then()
                                        .body("status", equalTo("PARTIALLY_REFUNDED")));
        assertEquals(98, Sandbox.intentOf(order.id()).get("amount_refunded"));
    }

    @Test
    void what_the_provider_is_not_done_with_at_first_is_looked_at_until_it_is() {
        Order order = anOrder();
        Sandbox.fault("payment.pending", 1);

        order.pay().then().statusCode(202).body("status", equalTo("UNKNOWN"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                as("manager")
                                        .get(PAYMENTS + "/order/" + order.id())
                                        .then()
                                        .body("status", equalTo("SUCCEEDED")));
        assertEquals(1, Sandbox.intentsOf(order.id()).size());
    }

    @Test
    void a_refund_that_is_pending_at_first_is_looked_at_until_it_is_done() {
        Order order = anOrder();
        String payment = order.paid();
        Sandbox.fault("payment.pending", 1);

        refund(payment, 98).then().statusCode(202);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                as("manager")
                                        .get(PAYMENTS + "/order/" + order.id())
                                        .then()
                                        .body("status", equalTo("PARTIALLY_REFUNDED")));
        assertEquals(98, Sandbox.intentOf(order.id()).get("amount_refunded"));
    }

    @Test
    void a_single_lost_reply_is_made_good_by_a_retry_under_the_same_key() {
        Sandbox.fault("payment.lost-reply", 0.5);

        Order order = anOrder();
        await().atMost(Duration.ofSeconds(30))
                .until(order::pay, answer -> answer.statusCode() == 201);

        assertEquals(AMOUNT, Sandbox.intentOf(order.id()).get("amount_received"));
    }

    @Test
    void
            a_provider_slower_than_the_time_limit_leaves_the_payment_unknown_and_the_sweep_resolves_it() {
        Order order = anOrder();
        Sandbox.fault("payment.latency", 3000);

        order.pay().then().statusCode(202).body("status", equalTo("UNKNOWN"));
        Sandbox.heal();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                as("manager")
                                        .get(PAYMENTS + "/order/" + order.id())
                                        .then()
                                        .statusCode(200)
                                        .body("status", equalTo("SUCCEEDED")));
        assertEquals(AMOUNT, Sandbox.intentOf(order.id()).get("amount_received"));
    }

    @Test
    void while_the_breaker_is_open_the_answer_is_503_and_nothing_is_written() {
        // The breaker lets a trial through every two seconds, and that one is written.
        AtomicReference<Order> refused = new AtomicReference<>();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            openBreaker();
                            Order order = anOrder();
                            assertUnavailable(order.pay());
                            as("manager")
                                    .get(PAYMENTS + "/order/" + order.id())
                                    .then()
                                    .statusCode(404);
                            refused.set(order);
                        });
        Order order = refused.get();
        Sandbox.heal();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                order.pay()
                                        .then()
                                        .statusCode(201)
                                        .body("status", equalTo("SUCCEEDED")));
        assertEquals(1, Sandbox.intentsOf(order.id()).size());
    }

    @Test
    void declines_do_not_open_the_breaker() {
        for (int i = 0; i < 30; i++) {
            anOrder().by("pm_card_chargeDeclined").pay().then().statusCode(402);
        }

        assertEquals(CircuitBreakerState.CLOSED, breakers.currentState("stripe"));
    }

    @Test
    void an_unknown_payment_stays_unknown_while_the_breaker_is_open() {
        Order order = anOrder();
        Sandbox.fault("payment.lost-reply", 1);
        order.pay().then().statusCode(202);
        openBreaker();

        order.pay().then().statusCode(202).body("status", equalTo("UNKNOWN"));
    }

    private static void assertUnavailable(Response answer) {
        answer.then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("payment-unavailable"))
                .body("retryable", equalTo(true));
    }

    private void openBreaker() {
        Sandbox.fault("payment.down", true);
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            int status = anOrder().pay().statusCode();
                            assertTrue(status == 202 || status == 503, "status " + status);
                            return breakers.currentState("stripe") == CircuitBreakerState.OPEN;
                        });
    }
}
