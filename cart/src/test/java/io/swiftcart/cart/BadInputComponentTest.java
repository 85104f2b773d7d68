package io.swiftcart.cart;

import static io.swiftcart.cart.Shop.CARTS;
import static io.swiftcart.cart.Shop.DEADLINE;
import static io.swiftcart.cart.Shop.INTERNAL;
import static io.swiftcart.cart.Shop.aProduct;
import static io.swiftcart.cart.Shop.add;
import static io.swiftcart.cart.Shop.anonymous;
import static io.swiftcart.cart.Shop.as;
import static io.swiftcart.cart.Shop.cart;
import static io.swiftcart.cart.Shop.guestsCart;
import static io.swiftcart.cart.Shop.item;
import static io.swiftcart.cart.Shop.items;
import static io.swiftcart.cart.Shop.sold;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.swiftcart.cart.Shop.Product;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadInputComponentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "\"x\"",
                "{\"sku\": \"SKU-1\"}",
                "{\"qty\": 1}",
                "{\"sku\": null, \"qty\": 1}",
                "{\"sku\": \"sku-1\", \"qty\": 1}",
                "{\"sku\": \"\", \"qty\": 1}",
                "{\"sku\": 5, \"qty\": 1}",
                "{\"sku\": \"SKU-1\", \"qty\": 0}",
                "{\"sku\": \"SKU-1\", \"qty\": -1}",
                "{\"sku\": \"SKU-1\", \"qty\": 1000}",
                "{\"sku\": \"SKU-1\", \"qty\": 1.5}",
                "{\"sku\": \"SKU-1\", \"qty\": \"1\"}",
                "{\"sku\": \"SKU-1\", \"qty\": null}",
                "{\"sku\": \"SKU-1\", \"qty\": 99999999999999}",
                "{\"sku\": \"SKU-1\", \"qty\": 1, \"unitPrice\": 1}",
                "{\"sku\": \"SKU-1\", \"qty\": 1} {}"
            })
    void an_item_that_is_none_is_refused(String body) {
        Refusal.of(anonymous().body(body).post(items(guestsCart())), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "{\"currency\": \"usd\"}",
                "{\"currency\": \"ZZZ\"}",
                "{\"currency\": 5}",
                "{\"customerId\": \"alice\"}",
                "{\"version\": 1}"
            })
    void a_cart_that_is_none_is_refused(String body) {
        Refusal.of(anonymous().body(body).post(CARTS), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"qty\": 0}", "{\"qty\": 1000}", "{\"qty\": 1, \"x\": 1}"})
    void a_quantity_that_is_none_is_refused(String body) {
        Refusal.of(anonymous().body(body).put(item(guestsCart(), "SKU-1")), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"strategy\": \"all\"}", "{\"strategy\": \"SUM\"}"})
    void a_strategy_that_is_none_is_refused(String body) {
        Refusal.of(as("alice").body(body).post(cart(guestsCart()) + "/merge"), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"sessionId\": \"s\"}",
                "{\"sessionId\": \"s\", \"until\": \"soon\"}"
            })
    void a_checkout_that_is_none_is_refused(String body) {
        Refusal.of(as("order").body(body).post(INTERNAL + "/" + guestsCart() + "/checkout"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?version=", "?version=x"})
    void an_ordered_cart_is_discarded_only_by_its_version(String query) {
        Refusal.of(as("order").delete(INTERNAL + "/" + guestsCart() + query));
    }

    @Test
    void what_is_not_sold_does_not_come_into_a_cart() {
        String id = guestsCart();
        Product unknown = aProduct(100, "USD");
        await().atMost(DEADLINE).until(() -> add(id, unknown, 1).statusCode() == 422);

        add(id, unknown, 1)
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-sku"))
                .body("errors[0].pointer", equalTo("/sku"));
        anonymous()
                .body(Map.of("qty", 1))
                .put(item(id, "no sku at all"))
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-sku"));
    }

    @Test
    void a_cart_has_one_currency() {
        Product euros = sold(aProduct(100, "EUR"));

        add(guestsCart(), euros, 1)
                .then()
                .statusCode(422)
                .body("code", equalTo("currency-mismatch"));
    }

    @Test
    void a_line_has_999_units_at_most() {
        Product mug = sold(100);
        String id = guestsCart();
        add(id, mug, 600).then().statusCode(200);

        add(id, mug, 400).then().statusCode(409).body("code", equalTo("quantity-exceeded"));
        add(id, mug, 399).then().statusCode(200).body("items[0].qty", equalTo(999));
    }

    @Test
    void a_cart_has_100_lines_at_most() {
        String id = guestsCart();
        List<Product> products =
                Stream.generate(() -> aProduct(100, "USD")).limit(101).peek(Shop::tell).toList();
        products.forEach(Shop::known);
        products.subList(0, 100).forEach(each -> add(id, each, 1).then().statusCode(200));

        add(id, products.getLast(), 1).then().statusCode(409).body("code", equalTo("cart-full"));
        add(id, products.getFirst(), 1).then().statusCode(200).body("items[0].qty", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nope", "%00", "..%2f..", "me2", "0192f0c1-7c00-7000-8000-000000000001"})
    void an_id_that_names_no_cart_is_not_found(String id) {
        Refusal.of(RestAssured.given().urlEncodingEnabled(false).get(CARTS + "/" + id), 404);
    }

    @Test
    void other_media_types_and_methods_are_refused() {
        Refusal.of(
                RestAssured.given().contentType("text/plain").body("x").post(items(guestsCart())),
                415);
        Refusal.of(anonymous().patch(cart(guestsCart())), 405);
        Refusal.of(anonymous().get(CARTS + "/x/y/z"), 404);
    }
}
