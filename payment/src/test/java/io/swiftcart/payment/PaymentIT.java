package io.swiftcart.payment;

import static io.swiftcart.payment.Paying.AMOUNT;
import static io.swiftcart.payment.Paying.PAYMENTS;
import static io.swiftcart.payment.Paying.anOrder;
import static io.swiftcart.payment.Paying.as;
import static io.swiftcart.payment.Paying.keyed;
import static io.swiftcart.payment.Paying.refund;
import static io.swiftcart.payment.Paying.undo;
import static io.swiftcart.payment.Telling.event;
import static io.swiftcart.payment.Telling.signature;
import static io.swiftcart.payment.Telling.tell;
import static io.swiftcart.platform.packaged.PackagedLedger.told;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import io.swiftcart.payment.Paying.Order;
import io.swiftcart.platform.packaged.PackagedLedger;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The payments as they are delivered, with the provider's sandbox. */
@QuarkusIntegrationTest
class PaymentIT implements PackagedLedger {

    @AfterEach
    void heal() {
        Sandbox.heal();
    }

    @Override
    public String service() {
        return "payment";
    }

    @Test
    void a_card_is_charged_once_however_often_it_is_asked_for() {
        Order order = anOrder();

        Response first = order.pay();
        Response again = order.pay();

        first.then().statusCode(201).body("status", equalTo("SUCCEEDED"));
        again.then().statusCode(201).header("Idempotent-Replayed", equalTo("true"));
        assertEquals(first.asString(), again.asString());
        assertEquals(AMOUNT, Sandbox.intentOf(order.id()).get("amount_received"));
        told("payments.initiated.v1", order.id());
        told("payments.succeeded.v1", order.id());
    }

    @Test
    void a_declined_card_is_402_and_told() {
        Order order = anOrder().by("pm_card_chargeDeclinedInsufficientFunds");

        order.pay().then().statusCode(402).body("code", equalTo("payment-declined"));

        assertEquals(
                "insufficient_funds",
                told("payments.failed.v1", order.id()).at("/payment/failureReason").asText());
    }

    @Test
    void what_was_paid_is_given_back_in_parts_and_whole() {
        Order order = anOrder();
        String payment = order.paid();

        refund(payment, 1000)
                .then()
                .statusCode(200)
                .body("status", equalTo("PARTIALLY_REFUNDED"))
                .body("refundedAmount", equalTo(1000));
        undo(order.id()).then().statusCode(200);

        told("payments.refunded.v1", order.id());
        assertEquals(AMOUNT, Sandbox.intentOf(order.id()).get("amount_refunded"));
    }

    @Test
    void what_was_authorized_is_captured() {
        String payment = anOrder().authorizedOnly().paid();

        keyed().post(PAYMENTS + "/" + payment + "/capture")
                .then()
                .statusCode(200)
                .body("status", equalTo("SUCCEEDED"))
                .body("attempts", hasSize(2));
    }

    @Test
    void a_signed_word_of_the_provider_makes_an_unknown_payment_known() {
        Order order = anOrder();
        Sandbox.fault("payment.lost-reply", 1);
        order.pay().then().statusCode(202);
        Sandbox.heal();
        String body = event("evt_" + UUID.randomUUID(), order.id());

        tell(body, signature(body + " ", Instant.now()))
                .then()
                .statusCode(400)
                .body("code", equalTo("webhook-signature-invalid"));
        tell(body, signature(body, Instant.now())).then().statusCode(200);

        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                as("manager")
                                        .get(PAYMENTS + "/order/" + order.id())
                                        .then()
                                        .statusCode(200)
                                        .body("status", equalTo("SUCCEEDED")));
    }

    @Test
    void payments_are_listed_and_compared_with_the_provider() {
        anOrder().pay().then().statusCode(201);

        as("manager").get(PAYMENTS + "?status=SUCCEEDED&limit=2").then().statusCode(200);
        as("manager").get(PAYMENTS + "/reconciliation").then().statusCode(200);
        as("order").get("/internal/payments/by-order?limit=2").then().statusCode(200);
    }

    @Test
    void mistakes_are_told_member_by_member() {
        anOrder()
                .with("amount", -1)
                .with("currency", "usd")
                .pay()
                .then()
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors.pointer", hasItem("/amount"));
        anOrder()
                .with("status", "SUCCEEDED")
                .pay()
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/status"));
        as("alice").get(PAYMENTS).then().statusCode(403);
    }
}
