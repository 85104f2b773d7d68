package io.swiftcart.inventory;

import static io.swiftcart.inventory.Shelves.INVENTORY;
import static io.swiftcart.inventory.Shelves.aSku;
import static io.swiftcart.inventory.Shelves.aSkuWith;
import static io.swiftcart.inventory.Shelves.adjust;
import static io.swiftcart.inventory.Shelves.manager;
import static io.swiftcart.inventory.Shelves.order;
import static io.swiftcart.inventory.Shelves.read;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StockComponentTest {
    private final Ledger ledger;

    StockComponentTest(Ledger ledger) {
        this.ledger = ledger;
    }

    @Test
    void stock_is_made_once() {
        String sku = aSku();
        Map<String, Object> stock = Map.of("sku", sku, "onHand", 12, "lowStockThreshold", 3);

        manager()
                .body(stock)
                .post(INVENTORY)
                .then()
                .statusCode(201)
                .header("Location", equalTo(INVENTORY + "/" + sku))
                .header("ETag", equalTo("\"1\""))
                .body("sku", equalTo(sku))
                .body("onHand", equalTo(12))
                .body("reserved", equalTo(0))
                .body("available", equalTo(12))
                .body("lowStockThreshold", equalTo(3))
                .body("version", equalTo(1))
                .body("updatedAt", matchesPattern(".*Z"));
        manager()
                .body(stock)
                .post(INVENTORY)
                .then()
                .statusCode(409)
                .body("code", equalTo("stock-exists"));

        read(sku).then().statusCode(200).body("onHand", equalTo(12));
        ledger.assertExact();
    }

    @Test
    void stock_may_begin_empty() {
        String sku = aSkuWith(0);

        read(sku).then().body("available", equalTo(0));
        movements(sku).then().body("items", hasSize(0));
    }

    @Test
    void an_unchanged_stock_is_not_sent_again() {
        String sku = aSkuWith(1);

        manager()
                .header("If-None-Match", "\"1\"")
                .get(INVENTORY + "/" + sku)
                .then()
                .statusCode(304);
        manager()
                .header("If-None-Match", "\"9\"")
                .get(INVENTORY + "/" + sku)
                .then()
                .statusCode(200);
    }

    @Test
    void goods_that_come_in_are_received_and_goods_that_go_out_adjusted() {
        String sku = aSkuWith(10);

        adjust(sku, "\"1\"", Map.of("delta", 5, "reason", "delivery 4711"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("onHand", equalTo(15))
                .body("version", equalTo(2));
        adjust(sku, "\"2\"", Map.of("delta", -3, "reason", "broken"))
                .then()
                .statusCode(200)
                .body("onHand", equalTo(12));
        adjust(sku, "\"3\"", Map.of("onHand", 20, "reason", "count"))
                .then()
                .statusCode(200)
                .body("onHand", equalTo(20));

        movements(sku)
                .then()
                .body(
                        "items.type",
                        equalTo(List.of("ADJUSTED", "ADJUSTED", "RECEIVED", "RECEIVED")))
                .body("items.onHandDelta", equalTo(List.of(8, -3, 5, 10)))
                .body(
                        "items.reason",
                        equalTo(List.of("count", "broken", "delivery 4711", "first stock")))
                .body("items[0]", not(hasKey("orderId")));
        ledger.assertExact();
    }

    @Test
    void a_count_that_finds_what_is_known_changes_nothing() {
        String sku = aSkuWith(10);

        adjust(sku, "\"1\"", Map.of("onHand", 10, "reason", "count"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""));

        movements(sku).then().body("items", hasSize(1));
    }

    @Test
    void a_change_names_the_version_it_is_based_on() {
        String sku = aSkuWith(10);
        Map<String, Object> change = Map.of("delta", 1, "reason", "delivery");

        manager()
                .body(change)
                .put(INVENTORY + "/" + sku + "/stock")
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-required"));
        for (String stale : List.of("\"2\"", "\"0\"", "\"one\"", "*", "1")) {
            adjust(sku, stale, change)
                    .then()
                    .statusCode(412)
                    .body("code", equalTo("precondition-failed"));
        }

        read(sku).then().body("onHand", equalTo(10));
    }

    @Test
    void units_that_are_kept_for_orders_cannot_be_taken_away() {
        String sku = aSkuWith(10);
        order().of(sku, 4).held();

        adjust(sku, "\"2\"", Map.of("onHand", 3, "reason", "count"))
                .then()
                .statusCode(409)
                .body("code", equalTo("stock-below-reserved"))
                .body("reserved", equalTo(4));
        adjust(sku, "\"2\"", Map.of("onHand", 4, "reason", "count"))
                .then()
                .statusCode(200)
                .body("available", equalTo(0));
    }

    @Test
    void what_is_not_there_is_not_found() {
        String sku = aSku();

        read(sku).then().statusCode(404).body("code", equalTo("not-found"));
        movements(sku).then().statusCode(404).body("code", equalTo("not-found"));
        adjust(sku, "\"1\"", Map.of("delta", 1, "reason", "x")).then().statusCode(404);
    }

    private static Response movements(String sku) {
        return manager().get(INVENTORY + "/" + sku + "/movements");
    }
}
