package io.swiftcart.cart;

import static io.swiftcart.cart.Shop.CARTS;
import static io.swiftcart.cart.Shop.DEADLINE;
import static io.swiftcart.cart.Shop.add;
import static io.swiftcart.cart.Shop.anonymous;
import static io.swiftcart.cart.Shop.as;
import static io.swiftcart.cart.Shop.cart;
import static io.swiftcart.cart.Shop.cartOf;
import static io.swiftcart.cart.Shop.guestsCart;
import static io.swiftcart.cart.Shop.item;
import static io.swiftcart.cart.Shop.sold;
import static io.swiftcart.cart.Shop.tell;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.cart.Shop.Product;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CartsComponentTest {

    @Test
    void a_cart_is_made_empty_and_found_by_its_id() {
        String id =
                anonymous()
                        .post(CARTS)
                        .then()
                        .statusCode(201)
                        .header("Location", matchesPattern(CARTS + "/[A-Za-z0-9_-]{24}"))
                        .body("cartId", matchesPattern("[A-Za-z0-9_-]{24}"))
                        .body("items", hasSize(0))
                        .body("subtotal", equalTo(0))
                        .body("currency", equalTo("USD"))
                        .body("version", equalTo(1))
                        .body("expiresAt", matchesPattern(".*Z"))
                        .extract()
                        .path("cartId");

        anonymous().get(cart(id)).then().statusCode(200).body("cartId", equalTo(id));
        anonymous()
                .body(Map.of("currency", "EUR"))
                .post(CARTS)
                .then()
                .statusCode(201)
                .body("currency", equalTo("EUR"));
    }

    @Test
    void units_are_added_set_and_taken_out() {
        Product mug = sold(1299);
        Product hat = sold(2000);
        String id = guestsCart();

        add(id, mug, 2).then().statusCode(200).body("subtotal", equalTo(2598));
        add(id, hat, 1).then().statusCode(200);
        add(id, mug, 3)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].sku", equalTo(mug.sku()))
                .body("items[0].name", equalTo(mug.name()))
                .body("items[0].qty", equalTo(5))
                .body("items[0].unitPrice", equalTo(1299))
                .body("items[0].lineTotal", equalTo(6495))
                .body("items[0].priceChanged", equalTo(false))
                .body("items[0].discontinued", equalTo(false))
                .body("items[0]", not(hasKey("previousUnitPrice")))
                .body("subtotal", equalTo(8495))
                .body("version", equalTo(4));
        anonymous()
                .body(Map.of("qty", 1))
                .put(item(id, mug.sku()))
                .then()
                .statusCode(200)
                .body("subtotal", equalTo(3299));
        anonymous()
                .delete(item(id, hat.sku()))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("version", equalTo(6));
        anonymous().delete(item(id, hat.sku())).then().statusCode(200).body("version", equalTo(6));
    }

    @Test
    void a_discarded_cart_is_gone() {
        String id = guestsCart();

        anonymous().delete(cart(id)).then().statusCode(204);

        anonymous().get(cart(id)).then().statusCode(404).body("code", equalTo("not-found"));
        anonymous().delete(cart(id)).then().statusCode(404);
    }

    @Test
    void a_customer_finds_the_cart_made_last() {
        Product mug = sold(500);
        String first = cartOf("alice");
        String last = cartOf("alice");

        as("alice").body(Map.of("sku", mug.sku(), "qty", 1)).post(cart(last) + "/items");

        as("alice")
                .get(CARTS + "/me")
                .then()
                .statusCode(200)
                .body("cartId", equalTo(last))
                .body("subtotal", equalTo(500));
        as("alice").get(cart(first)).then().statusCode(200);
        as("alice").delete(cart(last)).then().statusCode(204);
        as("alice").get(CARTS + "/me").then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void a_price_that_changes_is_shown_until_the_quantity_is_set() {
        Product mug = sold(1000);
        String id = guestsCart();
        add(id, mug, 2).then().statusCode(200);

        tell(mug.at(1100));

        await().atMost(DEADLINE)
                .untilAsserted(
                        () ->
                                anonymous()
                                        .get(cart(id))
                                        .then()
                                        .body("items[0].unitPrice", equalTo(1100))
                                        .body("items[0].previousUnitPrice", equalTo(1000))
                                        .body("items[0].priceChanged", equalTo(true))
                                        .body("subtotal", equalTo(2200))
                                        .body("version", equalTo(2)));
        add(id, mug, 1).then().body("items[0].priceChanged", equalTo(true));
        anonymous()
                .body(Map.of("qty", 3))
                .put(item(id, mug.sku()))
                .then()
                .statusCode(200)
                .body("items[0].priceChanged", equalTo(false))
                .body("items[0].previousUnitPrice", nullValue())
                .body("subtotal", equalTo(3300));
    }

    @Test
    void what_is_not_sold_any_more_is_marked_and_counts_for_nothing() {
        Product mug = sold(1000);
        Product hat = sold(50);
        String id = guestsCart();
        add(id, mug, 2);
        add(id, hat, 1);

        tell(mug.withdrawn());

        await().atMost(DEADLINE)
                .untilAsserted(
                        () ->
                                anonymous()
                                        .get(cart(id))
                                        .then()
                                        .body("items[0].discontinued", equalTo(true))
                                        .body("items[0].qty", equalTo(2))
                                        .body("items[1].discontinued", equalTo(false))
                                        .body("subtotal", equalTo(50)));
        add(id, mug, 1).then().statusCode(422).body("code", equalTo("unknown-sku"));
    }

    @Test
    void a_cart_that_looks_the_same_is_not_sent_again() {
        Product mug = sold(1000);
        String id = guestsCart();
        add(id, mug, 2);
        String tag =
                anonymous()
                        .get(cart(id))
                        .then()
                        .header("ETag", notNullValue())
                        .extract()
                        .header("ETag");

        anonymous().header("If-None-Match", tag).get(cart(id)).then().statusCode(304);
        tell(mug.at(1100));

        await().atMost(DEADLINE)
                .untilAsserted(
                        () ->
                                anonymous()
                                        .header("If-None-Match", tag)
                                        .get(cart(id))
                                        .then()
                                        .statusCode(200)
                                        .body("subtotal", equalTo(2200)));
    }
}
