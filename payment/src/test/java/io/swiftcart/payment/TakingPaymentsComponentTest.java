package io.swiftcart.payment;

import static io.swiftcart.payment.Paying.AMOUNT;
import static io.swiftcart.payment.Paying.PAYMENTS;
import static io.swiftcart.payment.Paying.anOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.payment.Paying.Order;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TakingPaymentsComponentTest {

    @Test
    void a_good_card_is_charged_once_and_the_payment_answered_whole() {
        Order order = anOrder();

        Response answer = order.pay();

        answer.then()
                .statusCode(201)
                .header("Location", equalTo(PAYMENTS + "/" + answer.path("paymentId")))
                .header("ETag", equalTo("\"2\""))
                .header("Idempotent-Replayed", nullValue())
                .body("orderId", equalTo(order.id()))
                .body("status", equalTo("SUCCEEDED"))
                .body("amount", equalTo(AMOUNT))
                .body("capturedAmount", equalTo(AMOUNT))
                .body("refundedAmount", equalTo(0))
                .body("currency", equalTo("USD"))
                .body("provider", equalTo("stripe"))
                .body("providerPaymentId", startsWith("pi_"))
                .body("failureReason", nullValue())
                .body("attempts", hasSize(1))
                .body("attempts[0].operation", equalTo("AUTHORIZE"))
                .body("attempts[0].status", equalTo("SUCCEEDED"))
                .body("attempts[0].finishedAt", notNullValue())
                .body("version", equalTo(2));
        Map<String, Object> intent = Sandbox.intentOf(order.id());
        assertEquals(answer.path("providerPaymentId"), intent.get("id"));
        assertEquals(AMOUNT, intent.get("amount_received"));
        assertEquals("succeeded", intent.get("status"));
    }

    @Test
    void a_payment_may_be_authorized_without_being_captured() {
        Order order = anOrder().authorizedOnly();

        order.pay()
                .then()
                .statusCode(201)
                .body("status", equalTo("AUTHORIZED"))
                .body("capturedAmount", equalTo(0));

        assertEquals("requires_capture", Sandbox.intentOf(order.id()).get("status"));
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_visa_chargeDeclined, generic_decline",
        "pm_card_visa_chargeDeclinedInsufficientFunds, insufficient_funds",
        "pm_card_chargeDeclinedExpiredCard, expired_card"
    })
    void a_declined_card_is_402_with_the_reason_and_stays_declined(String card, String reason) {
        Order order = anOrder().by(card);

        for (int i = 0; i < 2; i++) {
            Refusal.of(order.pay())
                    .statusCode(402)
                    .body("code", equalTo("payment-declined"))
                    .body("paymentId", notNullValue())
                    .body("failureReason", equalTo(reason));
        }

        assertEquals(0, Sandbox.intentOf(order.id()).get("amount_received"));
    }

    @Test
    void a_method_that_the_provider_does_not_know_is_422() {
        Order order = anOrder().by("pm_unheard_of");

        Refusal.of(order.pay()).statusCode(422).body("code", equalTo("payment-method-invalid"));
        Refusal.of(order.pay()).statusCode(422).body("code", equalTo("payment-method-invalid"));

        assertTrue(Sandbox.intentsOf(order.id()).isEmpty());
    }

    @Test
    void a_repeat_finds_the_first_payment_byte_for_byte() {
        Order order = anOrder();
        Response first = order.pay();

        Response second = order.pay();

        second.then().statusCode(201).header("Idempotent-Replayed", equalTo("true"));
        assertEquals(first.asString(), second.asString());
        assertEquals(1, Sandbox.intentsOf(order.id()).size());
    }

    @Test
    void another_key_for_the_same_order_finds_the_same_payment() {
        Order order = anOrder();
        String payment = order.paid();

        order.pay("another-" + order.id())
                .then()
                .statusCode(201)
                .body("paymentId", equalTo(payment));

        assertEquals(1, Sandbox.intentsOf(order.id()).size());
    }

    @Test
    void the_same_key_with_another_payload_is_422() {
        Order order = anOrder();
        String _ = order.paid();

        Refusal.of(order.with("amount", AMOUNT + 1).pay())
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        Refusal.of(anOrder().pay(order.id()))
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void an_order_has_one_payment_on_the_terms_of_the_first() {
        Order order = anOrder();
        String _ = order.paid();

        for (Map.Entry<String, Object> other :
                Map.<String, Object>of(
                                "amount",
                                AMOUNT + 1,
                                "currency",
                                "EUR",
                                "paymentMethod",
                                "pm_card_amex")
                        .entrySet()) {
            Order changed =
                    new Order(order.id(), new java.util.HashMap<>())
                            .with(other.getKey(), other.getValue());
            Refusal.of(changed.pay(UUID.randomUUID().toString()))
                    .statusCode(409)
                    .body("code", equalTo("payment-terms-differ"));
        }

        assertEquals(AMOUNT, Sandbox.intentOf(order.id()).get("amount_received"));
    }

    @Test
    void equal_requests_at_the_same_time_capture_once() throws Exception {
        Order order = anOrder();
        Callable<Response> pay = order::pay;

        Set<Integer> statuses;
        Set<String> payments;
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Response> answers =
                    threads.invokeAll(IntStream.range(0, 48).mapToObj(_ -> pay).toList()).stream()
                            .map(Future::resultNow)
                            .toList();
            statuses = answers.stream().map(Response::statusCode).collect(Collectors.toSet());
            payments =
                    answers.stream()
                            .map(answer -> answer.<String>path("paymentId"))
                            .collect(Collectors.toSet());
        }

        assertTrue(Set.of(201, 202).containsAll(statuses), statuses.toString());
        assertEquals(1, payments.size());
        order.pay().then().statusCode(201).body("status", equalTo("SUCCEEDED"));
        assertEquals(AMOUNT, Sandbox.intentOf(order.id()).get("amount_received"));
    }

    @Test
    void a_burst_of_orders_waits_its_turn_at_the_edge_and_nobody_is_turned_away() throws Exception {
        Sandbox.fault("payment.latency", 100);
        Callable<Integer> pay = () -> anOrder().pay().statusCode();

        Set<Integer> statuses;
        try (ExecutorService threads = Executors.newFixedThreadPool(96)) {
            statuses =
                    threads.invokeAll(IntStream.range(0, 96).mapToObj(_ -> pay).toList()).stream()
                            .map(Future::resultNow)
                            .collect(Collectors.toSet());
        } finally {
            Sandbox.heal();
        }

        assertTrue(Set.of(201, 202).containsAll(statuses), statuses.toString());
    }
}
