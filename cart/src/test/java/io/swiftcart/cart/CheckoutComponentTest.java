package io.swiftcart.cart;

import static io.swiftcart.cart.Shop.INTERNAL;
import static io.swiftcart.cart.Shop.add;
import static io.swiftcart.cart.Shop.anonymous;
import static io.swiftcart.cart.Shop.as;
import static io.swiftcart.cart.Shop.cart;
import static io.swiftcart.cart.Shop.cartOf;
import static io.swiftcart.cart.Shop.guestsCart;
import static io.swiftcart.cart.Shop.sold;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.cart.Shop.Product;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CheckoutComponentTest {

    @Test
    void the_order_service_reads_any_cart() {
        Product mug = sold(1299);
        String guests = guestsCart();
        add(guests, mug, 2);

        as("order")
                .get(INTERNAL + "/" + guests)
                .then()
                .statusCode(200)
                .body("cartId", equalTo(guests))
                .body("$", hasEntry("customerId", null))
                .body("currency", equalTo("USD"))
                .body("version", equalTo(2))
                .body("items", hasSize(1))
                .body("items[0].sku", equalTo(mug.sku()))
                .body("items[0].name", equalTo(mug.name()))
                .body("items[0].qty", equalTo(2))
                .body("items[0].unitPrice", equalTo(1299));
        as("order")
                .get(INTERNAL + "/" + cartOf("alice"))
                .then()
                .statusCode(200)
                .body("customerId", notNullValue());
        as("order").get(INTERNAL + "/nope").then().statusCode(404);
    }

    @Test
    void the_latest_checkout_keeps_the_cart_alive() {
        Product mug = sold(1299);
        String id = guestsCart();
        add(id, mug, 2);

        begin(id, "2099-01-01T00:00:00Z").then().statusCode(200).body("version", equalTo(2));
        begin(id, "2098-01-01T00:00:00Z").then().statusCode(200).body("version", equalTo(2));

        add(id, mug, 1)
                .then()
                .statusCode(200)
                .body("expiresAt", equalTo("2099-01-01T00:00:00Z"))
                .body("version", equalTo(3));
    }

    @Test
    void an_empty_or_unknown_cart_is_not_checked_out() {
        begin(guestsCart(), "2099-01-01T00:00:00Z")
                .then()
                .statusCode(409)
                .body("code", equalTo("cart-empty"));
        begin("nope", "2099-01-01T00:00:00Z")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void an_ordered_cart_is_discarded_unless_it_has_changed_since() {
        Product mug = sold(1299);
        String id = guestsCart();
        add(id, mug, 2);
        begin(id, "2099-01-01T00:00:00Z");
        add(id, mug, 1);

        as("order")
                .delete(INTERNAL + "/" + id + "?version=2")
                .then()
                .statusCode(409)
                .body("code", equalTo("cart-changed"));
        anonymous().get(cart(id)).then().statusCode(200);

        as("order").delete(INTERNAL + "/" + id + "?version=3").then().statusCode(204);
        anonymous().get(cart(id)).then().statusCode(404);
        as("order").delete(INTERNAL + "/" + id + "?version=3").then().statusCode(204);
    }

    private static Response begin(String id, String until) {
        return as("order")
                .body(Map.of("sessionId", "session-1", "until", until))
                .post(INTERNAL + "/" + id + "/checkout");
    }
}
