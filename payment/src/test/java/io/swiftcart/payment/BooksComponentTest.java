package io.swiftcart.payment;

import static io.swiftcart.payment.Paying.AMOUNT;
import static io.swiftcart.payment.Paying.anOrder;
import static io.swiftcart.payment.Paying.as;
import static io.swiftcart.payment.Paying.refund;
import static io.swiftcart.payment.Paying.undo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.swiftcart.payment.Paying.Order;
import io.swiftcart.platform.invariants.Finding;
import io.swiftcart.platform.invariants.Invariant;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ledger: every movement of money once, on two sides, for good. */
@QuarkusTest
class BooksComponentTest {

    private static final List<String> CAPTURED =
            List.of("DEBIT provider_receivable 3098 USD", "CREDIT customer_funds 3098 USD");

    @Inject Books books;
    @Inject Instance<Invariant> invariants;
    @Inject CircuitBreakerMaintenance breakers;

    @AfterEach
    void heal() {
        Sandbox.heal();
        breakers.resetAll();
    }

    @Test
    void a_capture_and_each_refund_are_booked_on_both_sides() {
        Order order = anOrder();
        String payment = order.paid();
        refund(payment, 98).then().statusCode(200);
        refund(payment, null).then().statusCode(200);

        assertEquals(
                List.of(
                        "DEBIT provider_receivable 3098 USD",
                        "CREDIT customer_funds 3098 USD",
                        "DEBIT refunds 98 USD",
                        "CREDIT provider_receivable 98 USD",
                        "DEBIT refunds 3000 USD",
                        "CREDIT provider_receivable 3000 USD"),
                books.of(order.id()));
    }

    @Test
    void reserved_and_refused_money_is_not_booked_until_it_is_taken() {
        Order declined = anOrder().by("pm_card_chargeDeclined");
        declined.pay().then().statusCode(402);
        Order reserved = anOrder().authorizedOnly();
        String payment = reserved.paid();
        assertEquals(List.of(), books.of(declined.id()));
        assertEquals(List.of(), books.of(reserved.id()));

        Paying.keyed().post(Paying.PAYMENTS + "/" + payment + "/capture").then().statusCode(200);

        assertEquals(CAPTURED, books.of(reserved.id()));
    }

    @Test
    void money_that_was_taken_without_an_answer_is_booked_once_when_it_is_known() {
        Order order = anOrder();
        Sandbox.fault("payment.lost-reply", 1);
        order.pay().then().statusCode(202);
        assertEquals(List.of(), books.of(order.id()));
        Sandbox.heal();

        for (int i = 0; i < 2; i++) {
            order.pay().then().statusCode(201);
        }

        assertEquals(CAPTURED, books.of(order.id()));
    }

    @Test
    void what_is_booked_is_neither_changed_nor_deleted() {
        Order order = anOrder();
        String _ = order.paid();

        for (String change :
                List.of(
                        "update ledger_entry set amount = 1 where order_id = $1",
                        "delete from ledger_entry where order_id = $1")) {
            PgException refused =
                    assertThrows(PgException.class, () -> books.run(change, order.id()));
            assertTrue(refused.getMessage().contains("only added to"), refused.getMessage());
        }
        assertEquals(CAPTURED, books.of(order.id()));
    }

    @Test
    void the_order_service_reads_what_was_captured_refunded_and_booked() {
        Order order = anOrder();
        refund(order.paid(), 98).then().statusCode(200);

        as("order")
                .queryParam("after", justBefore(order.id()))
                .queryParam("limit", 1)
                .get("/internal/payments/by-order")
                .then()
                .statusCode(200)
                .body("items.orderId", contains(order.id()))
                .body("items[0].status", equalTo("PARTIALLY_REFUNDED"))
                .body("items[0].capturedAmount", equalTo(AMOUNT))
                .body("items[0].refundedAmount", equalTo(98))
                .body("items[0].currency", equalTo("USD"))
                .body("items[0].ledgerDebit", equalTo(AMOUNT + 98))
                .body("items[0].ledgerCredit", equalTo(AMOUNT + 98));
    }

    @Test
    void an_order_that_was_closed_unpaid_has_zeros() {
        Order order = anOrder();
        undo(order.id()).then().statusCode(200);

        as("order")
                .queryParam("after", justBefore(order.id()))
                .queryParam("limit", 1)
                .get("/internal/payments/by-order")
                .then()
                .statusCode(200)
                .body("items.orderId", contains(order.id()))
                .body("items[0].capturedAmount", equalTo(0))
                .body("items[0].ledgerDebit", equalTo(0))
                .body("items[0].ledgerCredit", equalTo(0));
        for (String query : List.of("limit=0", "limit=1001", "limit=x", "after=x")) {
            Refusal.of(as("order").get("/internal/payments/by-order?" + query)).statusCode(400);
        }
    }

    @Test
    void a_payment_that_says_otherwise_than_its_books_breaks_the_invariant() {
        Order order = anOrder();
        String _ = order.paid();
        assertEquals(0, violationsOf(order.id()));

        books.run("update payment set captured_amount = 98 where order_id = $1", order.id());
        long violations = violationsOf(order.id());
        books.run("update payment set captured_amount = 3098 where order_id = $1", order.id());

        assertEquals(1, violations);
    }

    private long violationsOf(String orderId) {
        List<Finding> findings =
                invariants.stream()
                        .filter(invariant -> invariant.id().equals("I4"))
                        .map(invariant -> invariant.check().await().atMost(Duration.ofSeconds(10)))
                        .toList();
        assertTrue(findings.stream().mapToLong(Finding::figure).sum() > 0);
        return findings.stream()
                .flatMap(finding -> finding.violations().stream())
                .filter(said -> said.contains(orderId))
                .count();
    }

    private static String justBefore(String orderId) {
        UUID id = UUID.fromString(orderId);
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1).toString();
    }
}
