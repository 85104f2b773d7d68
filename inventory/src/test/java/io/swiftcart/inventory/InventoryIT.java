package io.swiftcart.inventory;

import static io.swiftcart.inventory.Shelves.INVENTORY;
import static io.swiftcart.inventory.Shelves.RESERVATIONS;
import static io.swiftcart.inventory.Shelves.aSku;
import static io.swiftcart.inventory.Shelves.aSkuWith;
import static io.swiftcart.inventory.Shelves.adjust;
import static io.swiftcart.inventory.Shelves.anonymous;
import static io.swiftcart.inventory.Shelves.manager;
import static io.swiftcart.inventory.Shelves.order;
import static io.swiftcart.inventory.Shelves.read;
import static io.swiftcart.platform.packaged.PackagedLedger.told;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.swiftcart.inventory.Shelves.Wish;
import io.swiftcart.platform.packaged.PackagedLedger;
import io.swiftcart.stack.testing.Facts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The inventory as it is delivered. */
@QuarkusIntegrationTest
class InventoryIT implements PackagedLedger {

    @Override
    public String service() {
        return "inventory";
    }

    @Test
    void stock_is_held_once_and_told() {
        String sku = aSkuWith(10, 6);
        Wish wish = order().of(sku, 4);

        String first = wish.ask().then().statusCode(201).extract().asString();
        assertEquals(first, wish.forSeconds(60).ask().then().statusCode(201).extract().asString());

        read(sku).then().body("reserved", equalTo(4)).body("available", equalTo(6));
        JsonNode reserved = told("inventory.reserved.v1", wish.orderId().toString());
        assertEquals(sku, reserved.at("/reservation/items/0/sku").asText());
        assertEquals(10, told("inventory.stock-updated.v1", sku).at("/stock/onHand").asInt());
        assertEquals(6, told("inventory.low-stock.v1", sku).at("/stock/available").asInt());
    }

    @Test
    void what_is_short_is_refused_and_told() {
        String sku = aSkuWith(2);
        Wish wish = order().of(sku, 3);

        wish.ask()
                .then()
                .statusCode(409)
                .body("code", equalTo("insufficient-stock"))
                .body("items[0].sku", equalTo(sku))
                .body("items[0].available", equalTo(2));

        told("inventory.reservation-failed.v1", wish.orderId().toString());
    }

    @Test
    void facts_of_orders_settle_what_is_held() {
        String sku = aSkuWith(10);
        UUID confirmed = order().of(sku, 4).held();
        UUID failed = order().of(sku, 3).held();

        publish("orders.confirmed.v1", confirmed, sku, 4);
        publish("orders.failed.v1", failed, sku, 3);

        awaitStock(sku, 6, 0);
        told("inventory.released.v1", failed.toString());
    }

    @Test
    void a_fact_that_cannot_be_read_is_a_dead_letter() {
        String key = UUID.randomUUID().toString();

        Facts.publish("orders.cancelled.v1", key, "{\"eventId\":", Map.of());

        Facts.consume("orders.cancelled.v1.dlq").ofKey(key, 1);
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                Shelves.as("admin")
                                        .get("/internal/admin/dead-letters")
                                        .then()
                                        .statusCode(200)
                                        .body("items.key", hasItem(key)));
    }

    @Test
    void a_hold_expires_by_itself() {
        String sku = aSkuWith(5);

        order().of(sku, 5).forSeconds(1).held();

        awaitStock(sku, 5, 0);
    }

    @Test
    void stock_is_corrected_by_version_listed_and_open_to_all_as_availability() {
        String sku = aSkuWith(10);

        adjust(sku, "\"1\"", Map.of("delta", 5, "reason", "delivery")).then().statusCode(200);
        adjust(sku, "\"1\"", Map.of("delta", 5, "reason", "delivery")).then().statusCode(412);

        manager()
                .get(INVENTORY + "/" + sku + "/movements")
                .then()
                .statusCode(200)
                .body("items.onHandDelta", equalTo(List.of(5, 10)));
        manager().get(INVENTORY + "?limit=2").then().statusCode(200);
        manager().get(INVENTORY + "/low-stock").then().statusCode(200);
        manager().get(INVENTORY + "/reconciliation").then().statusCode(200);
        anonymous()
                .get(INVENTORY + "/availability?sku=" + sku)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].available", equalTo(15));
    }

    @Test
    void mistakes_are_told_member_by_member() {
        manager()
                .body(Map.of("sku", "bad sku", "onHand", -1, "lowStockThreshold", 0))
                .post(INVENTORY)
                .then()
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors.pointer", hasItem("/sku"))
                .body("errors.pointer", hasItem("/onHand"));
        manager()
                .body(Map.of("sku", aSku(), "onHand", 1, "lowStockThreshold", 0, "reserved", 1))
                .post(INVENTORY)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/reserved"));
        anonymous().body(order().of("X", 1).body()).post(RESERVATIONS).then().statusCode(401);
        Shelves.as("alice").get(INVENTORY).then().statusCode(403);
    }

    private static void awaitStock(String sku, int onHand, int reserved) {
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                read(sku)
                                        .then()
                                        .body("onHand", equalTo(onHand))
                                        .body("reserved", equalTo(reserved)));
    }

    private static void publish(String topic, UUID orderId, String sku, int qty) {
        String fact =
                """
                {"eventId": "%s", "eventType": "Order", "occurredAt": "2026-11-20T12:34:56Z",
                 "order": {"orderId": "%s", "orderNumber": "ORD-20261120-000042", "version": 2,
                           "items": [{"sku": "%s", "qty": %d, "unitPrice": 1299}], "totalAmount": 1, "currency": "USD"},
                 "reason": "payment-declined"}
                """;
        Facts.publish(
                topic,
                orderId.toString(),
                fact.formatted(UUID.randomUUID(), orderId, sku, qty),
                Map.of());
    }
}
