package io.swiftcart.inventory;

import static io.swiftcart.inventory.Shelves.INVENTORY;
import static io.swiftcart.inventory.Shelves.aSku;
import static io.swiftcart.inventory.Shelves.aSkuWith;
import static io.swiftcart.inventory.Shelves.manager;
import static io.swiftcart.inventory.Shelves.order;
import static io.swiftcart.inventory.Shelves.read;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StockListsComponentTest {
    @Test
    void pages_hold_every_sku_once_in_order() {
        List<String> mine = List.of(aSkuWith(1), aSkuWith(2), aSkuWith(3));

        List<String> read = all(INVENTORY, 2);

        assertEquals(read.stream().sorted().distinct().toList(), read);
        assertEquals(
                mine.stream().sorted().toList(), read.stream().filter(mine::contains).toList());
    }

    @Test
    void low_stock_lists_what_is_at_or_below_its_threshold() {
        String above = aSkuWith(11, 10);
        String at = aSkuWith(10, 10);
        String below = aSkuWith(2, 10);
        String fallen = aSkuWith(12, 10);
        order().of(fallen, 2).held();

        List<String> low =
                all(INVENTORY + "/low-stock", 200).stream()
                        .filter(List.of(above, at, below, fallen)::contains)
                        .toList();

        assertEquals(List.of(at, below, fallen).stream().sorted().toList(), low);
    }

    @Test
    void movements_come_newest_first_page_by_page() {
        String sku = aSkuWith(100);
        String orderId = order().of(sku, 7).held().toString();

        JsonPath first =
                manager()
                        .queryParam("limit", 1)
                        .get(INVENTORY + "/" + sku + "/movements")
                        .jsonPath();
        assertEquals("RESERVED", first.getString("items[0].type"));
        assertEquals(7, first.getInt("items[0].reservedDelta"));
        assertEquals(0, first.getInt("items[0].onHandDelta"));
        assertEquals(orderId, first.getString("items[0].orderId"));

        manager()
                .queryParam("limit", 1)
                .queryParam("cursor", first.getString("nextCursor"))
                .get(INVENTORY + "/" + sku + "/movements")
                .then()
                .body("items.type", equalTo(List.of("RECEIVED")))
                .body("nextCursor", equalTo(null));
    }

    @Test
    void everybody_sees_what_is_available() {
        String some = aSkuWith(5);
        String none = aSkuWith(0);
        String unknown = aSku();
        order().of(some, 2).held();

        Shelves.anonymous()
                .queryParam("sku", some, none, unknown, some)
                .get(INVENTORY + "/availability")
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items.sku", containsInAnyOrder(some, none, unknown))
                .body("items", hasItem(Map.of("sku", some, "available", 3)))
                .body("items", hasItem(Map.of("sku", none, "available", 0)))
                .body("items", hasItem(Map.of("sku", unknown, "available", 0)));
    }

    private static List<String> all(String path, int limit) {
        List<String> skus = new ArrayList<>();
        Map<String, @Nullable Object> place = new HashMap<>(Map.of("limit", limit));
        do {
            JsonPath page =
                    manager()
                            .queryParams(place)
                            .get(path)
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            skus.addAll(page.getList("items.sku", String.class));
            place.put("cursor", page.getString("nextCursor"));
        } while (place.get("cursor") != null);
        return skus;
    }
}
