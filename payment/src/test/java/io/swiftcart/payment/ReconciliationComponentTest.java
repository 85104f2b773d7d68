package io.swiftcart.payment;

import static io.swiftcart.payment.Paying.AMOUNT;
import static io.swiftcart.payment.Paying.PAYMENTS;
import static io.swiftcart.payment.Paying.anOrder;
import static io.swiftcart.payment.Paying.as;
import static io.swiftcart.payment.Paying.refund;
import static io.swiftcart.payment.Paying.undo;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.swiftcart.payment.Paying.Order;
import io.swiftcart.platform.invariants.Finding;
import io.swiftcart.platform.invariants.Invariant;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the provider tells differently is found, and nothing else. */
@QuarkusTest
class ReconciliationComponentTest {

    private static final Duration A_WALK = Duration.ofSeconds(90);

    @Inject Books books;
    @Inject Instance<Invariant> invariants;
    @Inject MeterRegistry meters;

    @Test
    void every_difference_is_found_and_what_agrees_is_not() {
        Order closed = anOrder();
        undo(closed.id()).then().statusCode(200);
        String _ = Sandbox.charge(closed.id(), 700);
        Order neverHeardOf = anOrder();
        String _ = Sandbox.charge(neverHeardOf.id(), 700);
        Order twice = anOrder();
        String _ = twice.paid();
        String _ = Sandbox.charge(twice.id(), AMOUNT);
        Order refundedThere = anOrder();
        String _ = refundedThere.paid();
        Sandbox.refund(refundedThere.id(), 5);
        Order failedHere = anOrder();
        String _ = failedHere.paid();
        books.run(
                "update payment set status = 'FAILED', captured_amount = 0 where order_id = $1",
                failedHere.id());
        Order gone = anOrder();
        String _ = gone.paid();
        String onlyHere = movedToAnotherOrder(gone);
        List<String> agreeing = agreeing();

        Map<String, String> expected =
                Map.of(
                        closed.id(),
                        "missing-here",
                        neverHeardOf.id(),
                        "missing-here",
                        twice.id(),
                        "captured-twice",
                        refundedThere.id(),
                        "amount",
                        failedHere.id(),
                        "status",
                        gone.id(),
                        "missing-here",
                        onlyHere,
                        "missing-there");
        await().atMost(A_WALK)
                .untilAsserted(
                        () ->
                                expected.forEach(
                                        (order, kind) -> assertEquals(kind, kindOf(order), order)));

        agreeing.forEach(order -> assertEquals("none", kindOf(order)));
        as("manager")
                .get(PAYMENTS + "/reconciliation")
                .then()
                .body("checkedAt", notNullValue())
                .body(
                        "mismatches.find { it.orderId == '" + closed.id() + "' }.ours",
                        equalTo("closed before it was paid"));
        assertTrue(meters.get("swiftcart.payment.mismatches").gauge().value() >= 6);
        List<String> i1 = finding("I1").violations();
        for (Order order : List.of(closed, neverHeardOf, twice, failedHere)) {
            assertTrue(i1.stream().anyMatch(said -> said.contains(order.id())), i1.toString());
        }
        assertTrue(i1.stream().noneMatch(said -> said.contains(refundedThere.id())));
        List<String> i4 = findings("I4").stream().flatMap(f -> f.violations().stream()).toList();
        assertTrue(i4.stream().anyMatch(said -> said.contains(refundedThere.id())));

        books.run(
                "update payment set status = 'SUCCEEDED', captured_amount = 3098 where order_id = $1",
                failedHere.id());
        await().atMost(A_WALK).until(() -> kindOf(failedHere.id()).equals("none"));
    }

    @Test
    void only_those_who_may_read_payments_see_the_report() {
        as("alice").get(PAYMENTS + "/reconciliation").then().statusCode(403);
        Paying.anonymous().get(PAYMENTS + "/reconciliation").then().statusCode(401);
    }

    @Test
    void a_machine_client_sees_what_differs_in_the_payments_that_it_asked_for() {
        Order shops = anOrder();
        String _ = shops.paid();
        String _ = Sandbox.charge(shops.id(), AMOUNT);
        Order own = anOrder();
        as("bookkeeper")
                .header("Idempotency-Key", own.id())
                .body(own.members())
                .post(PAYMENTS)
                .then()
                .statusCode(201);
        String _ = Sandbox.charge(own.id(), AMOUNT);

        await().atMost(A_WALK)
                .untilAsserted(
                        () -> {
                            assertEquals("captured-twice", kindOf(shops.id()));
                            assertEquals("captured-twice", kindOf("bookkeeper", own.id()));
                        });

        assertEquals("none", kindOf("bookkeeper", shops.id()));
    }

    /** Payments of every kind that both sides know. */
    private static List<String> agreeing() {
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Order order = anOrder();
            String payment = order.paid();
            if (i > 0) {
                refund(payment, i == 1 ? 98 : null).then().statusCode(200);
            }
            orders.add(order.id());
        }
        Order declined = anOrder().by("pm_card_chargeDeclined");
        declined.pay().then().statusCode(402);
        Order letGo = anOrder().authorizedOnly();
        String _ = letGo.paid();
        undo(letGo.id()).then().statusCode(200);
        Order reserved = anOrder().authorizedOnly();
        String _ = reserved.paid();
        Stream.of(declined, letGo, reserved).map(Order::id).forEach(orders::add);
        return orders;
    }

    /** Moves our payment to another order, under a charge that does not exist. */
    private String movedToAnotherOrder(Order order) {
        String other = UUID.randomUUID().toString();
        books.run(
                "update payment set provider_payment_id = 'pi_gone', order_id = '"
                        + other
                        + "' where order_id = $1",
                order.id());
        return other;
    }

    private static String kindOf(String orderId) {
        return kindOf("manager", orderId);
    }

    private static String kindOf(String reader, String orderId) {
        JsonPath report =
                as(reader)
                        .get(PAYMENTS + "/reconciliation")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        return Objects.requireNonNullElse(
                report.getString("mismatches.find { it.orderId == '" + orderId + "' }?.kind"),
                "none");
    }

    private Finding finding(String id) {
        return findings(id).getFirst();
    }

    private List<Finding> findings(String id) {
        return invariants.stream()
                .filter(invariant -> invariant.id().equals(id))
                .map(invariant -> invariant.check().await().atMost(Duration.ofSeconds(20)))
                .toList();
    }
}
