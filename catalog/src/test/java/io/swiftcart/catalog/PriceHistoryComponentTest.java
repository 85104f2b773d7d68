package io.swiftcart.catalog;

import static io.swiftcart.catalog.Catalogue.PRODUCTS;
import static io.swiftcart.catalog.Catalogue.aProduct;
import static io.swiftcart.catalog.Catalogue.manager;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.catalog.Catalogue.ProductBuilder;
import io.swiftcart.catalog.Catalogue.Stored;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PriceHistoryComponentTest {

    @Test
    void every_price_is_kept_and_other_changes_are_none() {
        ProductBuilder body = aProduct().priced(100);
        Stored mug = body.stored();
        change(mug, 1, body.priced(200));
        change(mug, 2, body.named("Renamed"));
        change(mug, 3, body.with("currency", "EUR"));
        change(mug, 4, body.priced(100));
        manager().delete(mug.path()).then().statusCode(204);

        manager()
                .get(mug.path() + "/price-history")
                .then()
                .statusCode(200)
                .body("items.price", equalTo(List.of(100, 200, 200, 100)))
                .body("items.currency", equalTo(List.of("EUR", "EUR", "USD", "USD")))
                .body("items[0].validFrom", notNullValue())
                .body("nextCursor", equalTo(null));
    }

    @Test
    void a_refused_change_leaves_no_price() {
        ProductBuilder body = aProduct().priced(100);
        Stored mug = body.stored();

        manager()
                .header("If-Match", "\"7\"")
                .body(body.priced(1).body())
                .put(mug.path())
                .then()
                .statusCode(412);

        assertEquals(
                List.of(100), manager().get(mug.path() + "/price-history").path("items.price"));
    }

    @Test
    void it_is_read_page_by_page() {
        ProductBuilder body = aProduct().priced(100);
        Stored mug = body.stored();
        change(mug, 1, body.priced(200));
        String history = mug.path() + "/price-history?limit=1";

        Response first = manager().get(history);
        Response second =
                manager().queryParam("cursor", first.<String>path("nextCursor")).get(history);

        assertEquals(List.of(200), first.path("items.price"));
        assertEquals(List.of(100), second.path("items.price"));
        for (String query : List.of("limit=0", "cursor=x", "cursor=AAAA", "cursor=%00")) {
            Refusal.of(
                    manager().urlEncodingEnabled(false).get(mug.path() + "/price-history?" + query),
                    400);
        }
        Refusal.of(manager().get(PRODUCTS + "/" + UUID.randomUUID() + "/price-history"), 404);
        Refusal.of(manager().get(PRODUCTS + "/mug/price-history"), 400);
    }

    private static void change(Stored product, int version, ProductBuilder body) {
        manager()
                .header("If-Match", "\"" + version + "\"")
                .body(body.body())
                .put(product.path())
                .then()
                .statusCode(200);
    }
}
