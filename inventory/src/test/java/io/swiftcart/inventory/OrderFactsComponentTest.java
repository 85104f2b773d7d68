package io.swiftcart.inventory;

import static io.swiftcart.inventory.Shelves.aSkuWith;
import static io.swiftcart.inventory.Shelves.order;
import static io.swiftcart.inventory.Shelves.read;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.inventory.Shelves.Wish;
import io.swiftcart.stack.testing.Facts;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the facts of orders do to the stock. */
@QuarkusTest
class OrderFactsComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CONFIRMED = "orders.confirmed.v1";
    private static final String CANCELLED = "orders.cancelled.v1";
    private static final String FAILED = "orders.failed.v1";

    private final Ledger ledger;

    OrderFactsComponentTest(Ledger ledger) {
        this.ledger = ledger;
    }

    @AfterEach
    void the_books_are_exact() {
        ledger.assertExact();
    }

    @Test
    void a_confirmed_order_commits_its_hold() {
        String sku = aSkuWith(10);
        UUID orderId = order().of(sku, 4).held();

        publish(CONFIRMED, orderId, sku, 4);

        awaitStock(sku, 6, 0);
    }

    @Test
    void replaying_the_topics_from_0_changes_nothing() {
        String sku = aSkuWith(10);
        UUID confirmed = order().of(sku, 1).held();
        UUID cancelled = order().of(sku, 2).held();
        publish(CONFIRMED, confirmed, sku, 1);
        publish(CANCELLED, cancelled, sku, 2);
        awaitStock(sku, 9, 0);
        for (String topic : new String[] {CONFIRMED, CANCELLED, FAILED}) {
            Bus.awaitConsumed(topic);
        }
        String before = ledger.everything();

        assertTrue(Bus.replay(CONFIRMED) > 0);
        assertTrue(Bus.replay(CANCELLED) > 0);
        Bus.replay(FAILED);
        for (String topic : new String[] {CONFIRMED, CANCELLED, FAILED}) {
            Bus.awaitConsumed(topic);
        }

        assertEquals(before, ledger.everything());
    }

    @Test
    void the_same_transition_under_two_event_ids_is_committed_once() {
        String sku = aSkuWith(10);
        UUID orderId = order().of(sku, 4).held();

        publish(CONFIRMED, orderId, sku, 4);
        publish(CONFIRMED, orderId, sku, 4);
        Bus.awaitConsumed(CONFIRMED);

        awaitStock(sku, 6, 0);
    }

    @Test
    void a_failed_order_gives_up_what_it_holds() {
        String sku = aSkuWith(10);
        UUID orderId = order().of(sku, 4).held();

        publish(FAILED, orderId, sku, 4);

        awaitStock(sku, 10, 0);
    }

    @Test
    void an_order_that_failed_before_it_reserved_is_refused() {
        String sku = aSkuWith(10);
        Wish wish = order().of(sku, 4);

        publish(FAILED, wish.orderId(), sku, 4);
        Bus.awaitConsumed(FAILED);

        wish.ask().then().statusCode(409).body("code", equalTo("reservation-closed"));
    }

    @Test
    void a_cancelled_order_puts_back_what_was_committed() {
        String sku = aSkuWith(10);
        UUID orderId = order().of(sku, 4).held();
        publish(CONFIRMED, orderId, sku, 4);
        awaitStock(sku, 6, 0);

        publish(CANCELLED, orderId, sku, 4);

        awaitStock(sku, 10, 0);
        assertEquals(
                "1",
                ledger.one(
                        "select count(*) from movement where sku = $1 and type = 'RETURNED'", sku));
    }

    @Test
    void a_confirmation_that_comes_after_the_cancellation_commits_nothing() {
        String sku = aSkuWith(10);
        UUID orderId = order().of(sku, 4).held();
        publish(CANCELLED, orderId, sku, 4);
        awaitStock(sku, 10, 0);

        publish(CONFIRMED, orderId, sku, 4);
        Bus.awaitConsumed(CONFIRMED);

        awaitStock(sku, 10, 0);
    }

    @Test
    void a_confirmed_order_whose_hold_has_expired_is_committed_all_the_same() {
        String sku = aSkuWith(10);
        UUID orderId = order().of(sku, 4).forSeconds(1).held();
        awaitStock(sku, 10, 0);

        publish(CONFIRMED, orderId, sku, 4);

        awaitStock(sku, 6, 0);
    }

    @Test
    void a_cancelled_order_whose_hold_has_expired_is_not_committed_by_a_late_confirmation() {
        String sku = aSkuWith(10);
        UUID orderId = order().of(sku, 4).forSeconds(1).held();
        awaitStock(sku, 10, 0);
        publish(CANCELLED, orderId, sku, 4);
        Bus.awaitConsumed(CANCELLED);

        publish(CONFIRMED, orderId, sku, 4);
        Bus.awaitConsumed(CONFIRMED);

        awaitStock(sku, 10, 0);
    }

    @Test
    void a_confirmed_order_that_never_reserved_is_committed_all_the_same() {
        String sku = aSkuWith(10);

        publish(CONFIRMED, UUID.randomUUID(), sku, 4);

        awaitStock(sku, 6, 0);
    }

    @Test
    void a_confirmed_order_whose_stock_is_gone_is_written_down_until_it_can_be_committed() {
        String sku = aSkuWith(5);
        UUID orderId = order().of(sku, 4).forSeconds(1).held();
        awaitStock(sku, 5, 0);
        order().of(sku, 3).held();

        publish(CONFIRMED, orderId, sku, 4);

        await().atMost(PATIENCE).until(() -> shortfalls(orderId).equals("1"));
        awaitStock(sku, 5, 3);
        Shelves.adjust(sku, read(sku).header("ETag"), Map.of("delta", 10, "reason", "delivery"))
                .then()
                .statusCode(200);
        Shelves.commit(orderId).then().statusCode(200);
        awaitStock(sku, 11, 3);
        assertEquals("0", shortfalls(orderId));
    }

    @Test
    void a_fact_that_cannot_be_read_goes_to_the_dead_letters_and_the_next_is_worked_off() {
        String sku = aSkuWith(10);
        UUID orderId = order().of(sku, 4).held();
        String key = orderId.toString();

        Facts.publish(CONFIRMED, key, "{\"eventId\":", Map.of());
        publish(CONFIRMED, orderId, sku, 4);

        awaitStock(sku, 6, 0);
        assertEquals(1, Facts.consume(CONFIRMED + ".dlq").ofKey(key, 1).size());
    }

    private String shortfalls(UUID orderId) {
        return ledger.one(
                "select count(*) from reservation where order_id = $1 and shortfall_at is not null",
                orderId);
    }

    private static void awaitStock(String sku, int onHand, int reserved) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                read(sku)
                                        .then()
                                        .body("onHand", equalTo(onHand))
                                        .body("reserved", equalTo(reserved)));
    }

    /** A fact as order tells it, under a new event id. */
    private static void publish(String topic, UUID orderId, String sku, int qty) {
        String fact =
                """
                {"eventId": "%s", "eventType": "Order", "occurredAt": "2026-11-20T12:34:56Z",
                 "order": {"orderId": "%s", "orderNumber": "ORD-20261120-000042", "version": 2,
                           "items": [{"sku": "%s", "qty": %d, "unitPrice": 1299}], "totalAmount": 1, "currency": "USD"},
                 "reason": "payment-declined"}
                """
                        .formatted(UUID.randomUUID(), orderId, sku, qty);
        Facts.publish(topic, orderId.toString(), fact, Map.of());
    }
}
