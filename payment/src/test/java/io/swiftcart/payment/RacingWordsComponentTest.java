package io.swiftcart.payment;

import static io.swiftcart.payment.Paying.AMOUNT;
import static io.swiftcart.payment.Paying.PAYMENTS;
import static io.swiftcart.payment.Paying.anOrder;
import static io.swiftcart.payment.Paying.as;
import static io.swiftcart.payment.Paying.keyed;
import static io.swiftcart.payment.Paying.refund;
import static io.swiftcart.payment.Paying.undo;
import static io.swiftcart.payment.Telling.told;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.swiftcart.payment.Paying.Order;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The caller, the webhook and the sweep all bring the provider's word: in any order, once. */
@QuarkusTest
class RacingWordsComponentTest {

    private static final String SUCCEEDED = "payment_intent.succeeded";

    private static final String WORKED_OFF =
            "select from provider_event where order_id = $1 and worked_off_at is not null";

    @Inject Books books;
    @Inject CircuitBreakerMaintenance breakers;

    @AfterEach
    void heal() {
        Sandbox.heal();
        breakers.resetAll();
    }

    @Test
    void a_callers_repeats_and_webhooks_at_the_same_time_capture_once() throws Exception {
        Order order = anOrder();
        Sandbox.fault("payment.lost-reply", 1);
        order.pay().then().statusCode(202);
        Sandbox.heal();

        atTheSameTime(
                List.of(
                        () -> assertTrue(List.of(201, 202).contains(order.pay().statusCode())),
                        () -> told(SUCCEEDED, order.id())));

        awaitStatus(order, "SUCCEEDED");
        assertEquals(AMOUNT, Sandbox.intentOf(order.id()).get("amount_received"));
        assertEquals(2, books.of(order.id()).size());
    }

    @Test
    void a_capture_without_an_answer_that_is_repeated_and_told_takes_the_money_once()
            throws Exception {
        Order order = anOrder().authorizedOnly();
        String payment = order.paid();
        String key = UUID.randomUUID().toString();
        Sandbox.fault("payment.lost-reply", 1);
        keyed(key).post(PAYMENTS + "/" + payment + "/capture").then().statusCode(202);
        Sandbox.heal();

        atTheSameTime(
                List.of(
                        () -> keyed(key).post(PAYMENTS + "/" + payment + "/capture"),
                        () -> keyed().post(PAYMENTS + "/" + payment + "/capture"),
                        () -> told(SUCCEEDED, order.id())));

        awaitStatus(order, "SUCCEEDED");
        assertEquals(AMOUNT, Sandbox.intentOf(order.id()).get("amount_received"));
        assertEquals(2, books.of(order.id()).size());
    }

    @Test
    void late_events_in_any_order_change_nothing_that_is_settled() {
        Order order = anOrder();
        refund(order.paid(), null).then().statusCode(200);

        for (String type :
                List.of(
                        "charge.refunded",
                        SUCCEEDED,
                        "payment_intent.payment_failed",
                        "payment_intent.canceled",
                        SUCCEEDED)) {
            told(type, order.id());
        }

        awaitWorkedOff(order, 5);
        awaitStatus(order, "REFUNDED");
        assertEquals(4, books.of(order.id()).size());
    }

    @Test
    void an_event_of_a_payment_that_is_not_known_yet_waits_for_it() {
        Order order = anOrder();
        told(SUCCEEDED, order.id());
        assertEquals(0, books.run(WORKED_OFF, order.id()));
        Sandbox.fault("payment.lost-reply", 1);
        order.pay().then().statusCode(202);
        Sandbox.heal();

        awaitStatus(order, "SUCCEEDED");

        awaitWorkedOff(order, 1);
    }

    @Test
    void an_unknown_payment_is_neither_voided_nor_captured_nor_refunded() {
        Order order = anOrder().authorizedOnly();
        Sandbox.fault("payment.lost-reply", 1);
        String payment = order.pay().then().statusCode(202).extract().path("paymentId");

        for (String step : List.of("void", "capture", "refund")) {
            Refusal.of(keyed().post(PAYMENTS + "/" + payment + "/" + step))
                    .statusCode(409)
                    .body("code", equalTo("payment-unresolved"))
                    .header("Retry-After", notNullValue());
        }
        undo(order.id()).then().statusCode(202).header("Retry-After", notNullValue());
        assertEquals("requires_capture", Sandbox.intentOf(order.id()).get("status"));
        Sandbox.heal();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> undo(order.id()).then().body("status", equalTo("VOIDED")));
        assertEquals("canceled", Sandbox.intentOf(order.id()).get("status"));
        assertEquals(List.of(), books.of(order.id()));
    }

    private void awaitWorkedOff(Order order, int events) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> books.run(WORKED_OFF, order.id()) == events);
    }

    private static void awaitStatus(Order order, String status) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                as("manager")
                                        .get(PAYMENTS + "/order/" + order.id())
                                        .then()
                                        .body("status", equalTo(status)));
    }

    /** Does each of these four times, all at once. */
    private static void atTheSameTime(List<Runnable> doings) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 4; i++) {
                doings.forEach(doing -> running.add(threads.submit(doing)));
            }
        }
        for (Future<?> one : running) {
            one.get();
        }
    }
}
