package io.swiftcart.order.placing;

import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.items;
import static io.swiftcart.order.Ordering.one;
import static io.swiftcart.order.Ordering.place;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.order.Ordering;
import io.swiftcart.order.Refusal;
import io.swiftcart.order.Store;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PricingComponentTest {

    @BeforeEach
    void openShop() {
        Store.openShop();
    }

    @Test
    void a_sku_on_two_lines_is_one_line_with_the_sum() {
        String sku = Store.aSku(250);
        String line = "{\"sku\":\"%s\",\"qty\":%d}";

        place("alice", aKey(), items(line.formatted(sku, 2) + "," + line.formatted(sku, 3)))
                .then()
                .statusCode(201)
                .body("items.size()", equalTo(1))
                .body("items[0].qty", equalTo(5))
                .body("items[0].unitPrice", equalTo(250))
                .body("totalAmount", equalTo(1250));
    }

    @Test
    void prices_and_totals_that_are_those_of_today_are_taken() {
        String sku = Store.aSku(250);
        String line = "{\"sku\":\"%s\",\"qty\":2,\"unitPrice\":250}".formatted(sku);

        place("alice", aKey(), items(line, "\"expectedTotal\":500")).then().statusCode(201);
    }

    @Test
    void a_price_that_is_not_the_one_of_today_is_409_with_both() {
        String sku = Store.aSku(250);
        String line = "{\"sku\":\"%s\",\"qty\":2,\"unitPrice\":249}".formatted(sku);

        refused(items(line, "\"expectedTotal\":1"))
                .statusCode(409)
                .body("code", equalTo("price-changed"))
                .body("items[0].sku", equalTo(sku))
                .body("items[0].expectedUnitPrice", equalTo(249))
                .body("items[0].unitPrice", equalTo(250));
    }

    @Test
    void a_total_that_is_not_the_one_of_today_is_409_with_the_right_one() {
        String sku = Store.aSku(250);
        String line = "{\"sku\":\"%s\",\"qty\":2}".formatted(sku);

        refused(items(line, "\"expectedTotal\":499"))
                .statusCode(409)
                .body("code", equalTo("total-changed"))
                .body("totalAmount", equalTo(500))
                .body("currency", equalTo("USD"));
    }

    @Test
    void a_sku_that_is_unknown_or_not_sold_any_more_is_422() {
        Store.sell("SKU-GONE", 100, "USD", false);

        refused(one("SKU-NONE"))
                .statusCode(422)
                .body("code", equalTo("unknown-sku"))
                .body("skus", hasItem("SKU-NONE"));
        refused(one("SKU-GONE")).statusCode(422).body("code", equalTo("unknown-sku"));
    }

    @Test
    void another_currency_than_the_products_is_422() {
        Store.sell("SKU-EURO", 100, "EUR", true);

        refused(one("SKU-EURO")).statusCode(422).body("code", equalTo("currency-mismatch"));
        refused(one(Ordering.LAMP).replace("USD", "ZZZ"))
                .statusCode(422)
                .body("code", equalTo("currency-mismatch"));
    }

    @Test
    void a_total_that_payment_could_not_take_is_400_and_the_most_that_it_can_is_taken() {
        String sku = Store.aSku(1_000_000_000_000L);
        String most = Store.aSku(999_999_999_999L);

        refused(one(sku)).statusCode(400).body("errors.pointer", hasItem("/items"));
        place("alice", aKey(), one(most)).then().statusCode(201);
    }

    @Test
    void a_refused_key_is_free_for_the_corrected_order() {
        String sku = Store.aSku(250);
        String key = aKey();

        place("alice", key, one("SKU-NONE")).then().statusCode(422);

        place("alice", key, one(sku)).then().statusCode(201);
    }

    private static Refusal refused(String body) {
        Map<String, Long> before = Store.counts();
        Refusal refusal = Refusal.of(place("alice", aKey(), body));
        assertEquals(before, Store.counts());
        return refusal;
    }
}
