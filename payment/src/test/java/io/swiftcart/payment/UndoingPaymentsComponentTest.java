package io.swiftcart.payment;

import static io.swiftcart.payment.Paying.AMOUNT;
import static io.swiftcart.payment.Paying.PAYMENTS;
import static io.swiftcart.payment.Paying.anOrder;
import static io.swiftcart.payment.Paying.as;
import static io.swiftcart.payment.Paying.undo;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.swiftcart.payment.Paying.Order;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UndoingPaymentsComponentTest {

    @Inject CircuitBreakerMaintenance breakers;

    @AfterEach
    void heal() {
        Sandbox.heal();
        breakers.resetAll();
    }

    @Test
    void a_void_that_comes_before_the_payment_closes_the_order_for_good() {
        Order order = anOrder();

        for (int i = 0; i < 2; i++) {
            undo(order.id())
                    .then()
                    .statusCode(200)
                    .body("orderId", equalTo(order.id()))
                    .body("status", equalTo("VOIDED"))
                    .body("paymentId", nullValue());
        }

        Refusal.of(order.pay()).statusCode(409).body("code", equalTo("payment-closed"));
        as("manager").get(PAYMENTS + "/order/" + order.id()).then().statusCode(404);
        assertTrue(Sandbox.intentsOf(order.id()).isEmpty());
    }

    @Test
    void captured_money_is_given_back_in_full_and_only_once() {
        Order order = anOrder();
        String _ = order.paid();

        for (int i = 0; i < 2; i++) {
            undo(order.id())
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("REFUNDED"))
                    .body("refundedAmount", equalTo(AMOUNT));
        }

        assertEquals(AMOUNT, Sandbox.intentOf(order.id()).get("amount_refunded"));
        Refusal.of(order.pay()).statusCode(409).body("code", equalTo("payment-closed"));
    }

    @Test
    void authorized_money_is_let_go() {
        Order order = anOrder().authorizedOnly();
        String _ = order.paid();

        undo(order.id()).then().statusCode(200).body("status", equalTo("VOIDED"));

        assertEquals("canceled", Sandbox.intentOf(order.id()).get("status"));
    }

    @Test
    void a_declined_payment_has_nothing_to_undo() {
        Order order = anOrder().by("pm_card_chargeDeclined");
        order.pay().then().statusCode(402);

        undo(order.id()).then().statusCode(200).body("status", equalTo("FAILED"));
    }

    @Test
    void an_unknown_payment_is_asked_for_first_and_then_given_back() {
        Order order = anOrder();
        Sandbox.fault("payment.lost-reply", 1);
        order.pay().then().statusCode(202);

        undo(order.id()).then().statusCode(202).body("status", equalTo("UNKNOWN"));
        Sandbox.heal();
        undo(order.id()).then().statusCode(200).body("status", equalTo("REFUNDED"));

        Map<String, Object> intent = Sandbox.intentOf(order.id());
        assertEquals(AMOUNT, intent.get("amount_received"));
        assertEquals(AMOUNT, intent.get("amount_refunded"));
    }

    @Test
    void an_undoing_that_was_cut_short_is_finished_without_being_asked() {
        Order order = anOrder();
        String _ = order.paid();
        Sandbox.fault("payment.down", true);

        undo(order.id()).then().statusCode(202);
        Sandbox.heal();

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () ->
                                as("manager")
                                        .get(PAYMENTS + "/order/" + order.id())
                                        .then()
                                        .body("status", equalTo("REFUNDED")));
        assertEquals(AMOUNT, Sandbox.intentOf(order.id()).get("amount_refunded"));
    }
}
