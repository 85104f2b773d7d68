package io.swiftcart.payment;

import static io.swiftcart.payment.Paying.AMOUNT;
import static io.swiftcart.payment.Paying.PAYMENTS;
import static io.swiftcart.payment.Paying.anOrder;
import static io.swiftcart.payment.Paying.keyed;
import static io.swiftcart.payment.Paying.manager;
import static io.swiftcart.payment.Paying.refund;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.swiftcart.payment.Paying.Order;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StepsComponentTest {

    @Inject Books books;
    @Inject CircuitBreakerMaintenance breakers;

    @AfterEach
    void heal() {
        Sandbox.heal();
        breakers.resetAll();
    }

    @Test
    void an_authorized_payment_is_captured_once() {
        Order order = anOrder().authorizedOnly();
        String path = PAYMENTS + "/" + order.paid();
        String key = UUID.randomUUID().toString();

        Response first = keyed(key).post(path + "/capture");
        Response repeat = keyed(key).post(path + "/capture");

        first.then()
                .statusCode(200)
                .body("status", equalTo("SUCCEEDED"))
                .body("capturedAmount", equalTo(AMOUNT))
                .body("attempts.operation", contains("AUTHORIZE", "CAPTURE"));
        repeat.then().statusCode(200).header("Idempotent-Replayed", equalTo("true"));
        assertEquals(first.asString(), repeat.asString());
        Refusal.of(keyed().post(path + "/capture"))
                .statusCode(409)
                .body("code", equalTo("payment-not-capturable"));
        assertEquals(AMOUNT, Sandbox.intentOf(order.id()).get("amount_received"));
    }

    @Test
    void an_authorized_payment_is_voided_and_cannot_be_captured_afterwards() {
        Order order = anOrder().authorizedOnly();
        String path = PAYMENTS + "/" + order.paid();

        manager().post(path + "/void").then().statusCode(200).body("status", equalTo("VOIDED"));
        manager().post(path + "/void").then().statusCode(200).body("status", equalTo("VOIDED"));

        Refusal.of(keyed().post(path + "/capture"))
                .statusCode(409)
                .body("code", equalTo("payment-not-capturable"));
        assertEquals("canceled", Sandbox.intentOf(order.id()).get("status"));
    }

    @Test
    void a_captured_payment_is_not_voidable() {
        String path = PAYMENTS + "/" + anOrder().paid();

        Refusal.of(manager().post(path + "/void"))
                .statusCode(409)
                .body("code", equalTo("payment-not-voidable"));
    }

    @Test
    void a_refund_without_an_amount_gives_back_all_that_is_left() {
        Order order = anOrder();
        String payment = order.paid();
        refund(payment, 1000)
                .then()
                .statusCode(200)
                .body("status", equalTo("PARTIALLY_REFUNDED"))
                .body("refundedAmount", equalTo(1000));

        refund(payment, null)
                .then()
                .statusCode(200)
                .body("status", equalTo("REFUNDED"))
                .body("refundedAmount", equalTo(AMOUNT));

        Refusal.of(refund(payment, null))
                .statusCode(409)
                .body("code", equalTo("refund-exceeds-captured"));
        assertEquals(AMOUNT, Sandbox.intentOf(order.id()).get("amount_refunded"));
    }

    @Test
    void a_refund_over_what_was_captured_is_refused_at_its_edge() {
        Order order = anOrder();
        String payment = order.paid();

        Refusal.of(refund(payment, AMOUNT + 1))
                .statusCode(409)
                .body("code", equalTo("refund-exceeds-captured"))
                .body("refundable", equalTo(AMOUNT));
        refund(payment, AMOUNT - 1).then().statusCode(200);
        Refusal.of(refund(payment, 2)).statusCode(409).body("refundable", equalTo(1));
        refund(payment, 1).then().statusCode(200).body("status", equalTo("REFUNDED"));

        assertEquals(AMOUNT, Sandbox.intentOf(order.id()).get("amount_refunded"));
    }

    @Test
    void why_an_operator_gives_money_back_stands_in_the_audit_trail() {
        String payment = anOrder().paid();
        String path = PAYMENTS + "/" + payment + "/refund";

        manager()
                .body(Map.of("amount", 500, "reason", "came broken"))
                .post(path)
                .then()
                .statusCode(200);
        keyed().body(Map.of("amount", 500, "reason", "not an operator's"))
                .post(path)
                .then()
                .statusCode(200);

        assertEquals(List.of("payment.refund: came broken"), books.audited(payment));
    }

    @Test
    void the_key_of_a_refund_stands_for_one_refund() {
        Order order = anOrder();
        String path = PAYMENTS + "/" + order.paid() + "/refund";
        String key = UUID.randomUUID().toString();

        keyed(key).body(Map.of("amount", 500)).post(path).then().statusCode(200);
        keyed(key)
                .body(Map.of("amount", 500))
                .post(path)
                .then()
                .statusCode(200)
                .header("Idempotent-Replayed", equalTo("true"))
                .body("refundedAmount", equalTo(500));
        Refusal.of(keyed(key).body(Map.of("amount", 501)).post(path))
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        Refusal.of(
                        keyed(key)
                                .body(Map.of("amount", 500))
                                .post(PAYMENTS + "/" + anOrder().paid() + "/refund"))
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));

        assertEquals(500, Sandbox.intentOf(order.id()).get("amount_refunded"));
    }

    @Test
    void a_refund_without_an_answer_is_resolved_by_its_repeat_and_given_once() {
        Order order = anOrder();
        String path = PAYMENTS + "/" + order.paid() + "/refund";
        String key = UUID.randomUUID().toString();
        Sandbox.fault("payment.lost-reply", 1);

        keyed(key)
                .body(Map.of("amount", 700))
                .post(path)
                .then()
                .statusCode(202)
                .body("status", equalTo("SUCCEEDED"));
        Refusal.of(keyed().body(Map.of("amount", 700)).post(path))
                .statusCode(409)
                .body("code", equalTo("payment-unresolved"));
        Sandbox.heal();
        keyed(key)
                .body(Map.of("amount", 700))
                .post(path)
                .then()
                .statusCode(200)
                .body("refundedAmount", equalTo(700));

        assertEquals(700, Sandbox.intentOf(order.id()).get("amount_refunded"));
    }
}
