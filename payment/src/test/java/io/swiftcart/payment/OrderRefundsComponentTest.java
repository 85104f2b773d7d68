package io.swiftcart.payment;

import static io.swiftcart.payment.Paying.AMOUNT;
import static io.swiftcart.payment.Paying.anOrder;
import static io.swiftcart.payment.Paying.as;
import static io.swiftcart.payment.Paying.undo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.swiftcart.payment.Paying.Order;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Refunds as the order service asks for them. */
@QuarkusTest
class OrderRefundsComponentTest {

    @Inject CircuitBreakerMaintenance breakers;

    @AfterEach
    void heal() {
        Sandbox.heal();
        breakers.resetAll();
    }

    @Test
    void a_refund_id_stands_for_one_refund() {
        Order order = anOrder();
        String _ = order.paid();
        String refundId = UUID.randomUUID().toString();

        for (int i = 0; i < 2; i++) {
            refund(order, refundId, 1000)
                    .then()
                    .statusCode(200)
                    .body("refundId", equalTo(refundId))
                    .body("orderId", equalTo(order.id()))
                    .body("amount", equalTo(1000))
                    .body("currency", equalTo("USD"))
                    .body("status", equalTo("SUCCEEDED"));
        }

        assertEquals(1000, Sandbox.intentOf(order.id()).get("amount_refunded"));
        Refusal.of(refund(order, refundId, 1001))
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        Order other = anOrder();
        String _ = other.paid();
        Refusal.of(refund(other, refundId, 1000)).statusCode(422);
        assertEquals(0, Sandbox.intentOf(other.id()).get("amount_refunded"));
    }

    @Test
    void a_refund_without_an_answer_is_pending_and_given_once() {
        Order order = anOrder();
        String _ = order.paid();
        String refundId = UUID.randomUUID().toString();
        Sandbox.fault("payment.lost-reply", 1);
        refund(order, refundId, 1000)
                .then()
                .statusCode(202)
                .header("Retry-After", notNullValue())
                .body("status", equalTo("PENDING"));
        Refusal.of(refund(order, UUID.randomUUID().toString(), 1))
                .statusCode(409)
                .body("code", equalTo("payment-unresolved"));
        Sandbox.heal();

        refund(order, refundId, 1000).then().statusCode(200).body("status", equalTo("SUCCEEDED"));

        assertEquals(1000, Sandbox.intentOf(order.id()).get("amount_refunded"));
    }

    @Test
    void no_more_is_given_back_than_was_taken_and_nothing_without_a_payment() {
        Order order = anOrder();
        String _ = order.paid();

        Refusal.of(refund(order, UUID.randomUUID().toString(), AMOUNT + 1))
                .statusCode(409)
                .body("code", equalTo("refund-exceeds-captured"));
        Refusal.of(refund(anOrder(), UUID.randomUUID().toString(), 1)).statusCode(404);
        Order closed = anOrder();
        undo(closed.id()).then().statusCode(200);
        Refusal.of(refund(closed, UUID.randomUUID().toString(), 1)).statusCode(404);
        Refusal.of(refund(order, UUID.randomUUID().toString(), 0)).statusCode(400);
    }

    @Test
    void refunds_at_the_same_time_never_exceed_what_was_taken() throws Exception {
        Order order = anOrder();
        String _ = order.paid();
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 16; i++) {
                answers.add(clients.submit(() -> refundUntilDecided(order, 1000)));
            }
        }

        int given = 0;
        for (Future<Integer> answer : answers) {
            assertTrue(Set.of(200, 409).contains(answer.get()), "status " + answer.get());
            given += answer.get() == 200 ? 1 : 0;
        }
        assertEquals(3, given);
        assertEquals(3000, Sandbox.intentOf(order.id()).get("amount_refunded"));
    }

    /** Asks again for as long as another refund is under way. */
    private static int refundUntilDecided(Order order, int amount) {
        String refundId = UUID.randomUUID().toString();
        Response answer = refund(order, refundId, amount);
        while (answer.statusCode() == 202
                || "payment-unresolved".equals(answer.jsonPath().getString("code"))) {
            answer = refund(order, refundId, amount);
        }
        return answer.statusCode();
    }

    private static Response refund(Order order, String refundId, int amount) {
        return as("order")
                .body(Map.of("refundId", refundId, "amount", amount, "reason", "came back broken"))
                .post("/internal/payments/orders/" + order.id() + "/refund");
    }
}
