package io.swiftcart.inventory;

import static io.swiftcart.inventory.Shelves.aSkuWith;
import static io.swiftcart.inventory.Shelves.as;
import static io.swiftcart.inventory.Shelves.commit;
import static io.swiftcart.inventory.Shelves.manager;
import static io.swiftcart.inventory.Shelves.order;
import static io.swiftcart.inventory.Shelves.read;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.stack.testing.Facts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Units that come back from an order that stands. */
@QuarkusTest
class RestockComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Ledger ledger;

    RestockComponentTest(Ledger ledger) {
        this.ledger = ledger;
    }

    @AfterEach
    void the_books_are_exact() {
        ledger.assertExact();
        manager()
                .get("/api/v1/inventory/reconciliation")
                .then()
                .statusCode(200)
                .body("mismatches.findAll { it.kind == 'movements' }", equalTo(List.of()));
    }

    @Test
    void units_are_put_back_part_by_part_and_each_part_once() {
        String sku = aSkuWith(10);
        UUID orderId = sold(sku, 4);
        UUID first = UUID.randomUUID();

        for (int i = 0; i < 2; i++) {
            restock(orderId, first, sku, 1)
                    .then()
                    .statusCode(200)
                    .body("orderId", equalTo(orderId.toString()))
                    .body("restockId", equalTo(first.toString()))
                    .body("items", equalTo(List.of(Map.of("sku", sku, "qty", 1))));
            read(sku).then().body("onHand", equalTo(7));
        }
        restock(orderId, UUID.randomUUID(), sku, 3).then().statusCode(200);

        read(sku).then().body("onHand", equalTo(10)).body("reserved", equalTo(0));
        assertEquals(
                "2",
                ledger.one(
                        "select count(*) from movement where order_id = $1 and type = 'RETURNED'",
                        orderId));
    }

    @Test
    void no_more_is_put_back_than_was_sold() {
        String sku = aSkuWith(10);
        UUID orderId = sold(sku, 4);
        restock(orderId, UUID.randomUUID(), sku, 3).then().statusCode(200);

        restock(orderId, UUID.randomUUID(), sku, 2)
                .then()
                .statusCode(409)
                .body("code", equalTo("restock-exceeds-committed"));
        restock(orderId, UUID.randomUUID(), aSkuWith(1), 1).then().statusCode(409);

        read(sku).then().body("onHand", equalTo(9));
    }

    @Test
    void an_id_that_was_used_for_other_items_is_refused() {
        String sku = aSkuWith(10);
        UUID orderId = sold(sku, 4);
        UUID restockId = UUID.randomUUID();
        restock(orderId, restockId, sku, 1).then().statusCode(200);

        restock(orderId, restockId, sku, 2)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));

        read(sku).then().body("onHand", equalTo(7));
    }

    @Test
    void what_is_not_sold_is_not_put_back() {
        String sku = aSkuWith(10);
        UUID held = order().of(sku, 4).held();
        UUID released = order().of(sku, 4).held();
        Shelves.release(released).then().statusCode(200);

        restock(UUID.randomUUID(), UUID.randomUUID(), sku, 1).then().statusCode(404);
        restock(released, UUID.randomUUID(), sku, 1).then().statusCode(409);
        restock(held, UUID.randomUUID(), sku, 1)
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("1"));

        read(sku).then().body("onHand", equalTo(10)).body("reserved", equalTo(4));
    }

    @Test
    void a_cancelled_order_puts_back_only_what_is_not_back_yet() {
        String sku = aSkuWith(10);
        String other = aSkuWith(10);
        UUID orderId = order().of(sku, 4).of(other, 2).held();
        commit(orderId).then().statusCode(200);
        restock(orderId, UUID.randomUUID(), sku, 3).then().statusCode(200);
        restock(orderId, UUID.randomUUID(), other, 2).then().statusCode(200);

        Facts.publish(
                "orders.cancelled.v1",
                orderId.toString(),
                """
                {"eventId": "%s", "eventType": "OrderCancelled", "occurredAt": "2026-11-20T12:34:56Z",
                 "order": {"orderId": "%s"}}
                """
                        .formatted(UUID.randomUUID(), orderId),
                Map.of());

        await().atMost(PATIENCE).untilAsserted(() -> read(sku).then().body("onHand", equalTo(10)));
        read(other).then().body("onHand", equalTo(10));
        restock(orderId, UUID.randomUUID(), sku, 1).then().statusCode(409);
    }

    @Test
    void only_the_order_service_restocks_and_lists() {
        UUID orderId = sold(aSkuWith(1), 1);

        manager()
                .body(
                        Map.of(
                                "restockId",
                                orderId,
                                "items",
                                List.of(Map.of("sku", "SKU-1", "qty", 1))))
                .post("/internal/inventory/orders/" + orderId + "/restock")
                .then()
                .statusCode(403);
        manager().get("/internal/inventory/reservations").then().statusCode(403);
    }

    private static UUID sold(String sku, int qty) {
        UUID orderId = order().of(sku, qty).held();
        commit(orderId).then().statusCode(200);
        return orderId;
    }

    private static Response restock(UUID orderId, UUID restockId, String sku, int qty) {
        return as("order")
                .body(
                        Map.of(
                                "restockId",
                                restockId,
                                "items",
                                List.of(Map.of("sku", sku, "qty", qty))))
                .post("/internal/inventory/orders/" + orderId + "/restock");
    }
}
