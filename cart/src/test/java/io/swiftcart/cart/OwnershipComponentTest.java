package io.swiftcart.cart;

import static io.swiftcart.cart.Shop.CARTS;
import static io.swiftcart.cart.Shop.INTERNAL;
import static io.swiftcart.cart.Shop.anonymous;
import static io.swiftcart.cart.Shop.as;
import static io.swiftcart.cart.Shop.cart;
import static io.swiftcart.cart.Shop.cartOf;
import static io.swiftcart.cart.Shop.guestsCart;
import static io.swiftcart.cart.Shop.sold;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OwnershipComponentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    |               |",
                "DELETE |               |",
                "POST   | /items        | {\"sku\": \"SKU-1\", \"qty\": 1}",
                "PUT    | /items/SKU-1  | {\"qty\": 1}",
                "DELETE | /items/SKU-1  |",
            })
    void a_customers_cart_is_nowhere_for_anybody_else(Method method, String path, String body) {
        String address = cart(cartOf("alice")) + (path == null ? "" : path);
        String sent = body == null ? "" : body;

        for (String other : new String[] {"bob", "manager", "admin", "loadtest", "order"}) {
            as(other)
                    .body(sent)
                    .request(method, address)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
        }
        anonymous().body(sent).request(method, address).then().statusCode(404);
    }

    @Test
    void a_guests_cart_is_opened_by_its_id_alone() {
        String id = guestsCart();

        anonymous().get(cart(id)).then().statusCode(200);
        as("bob").get(cart(id)).then().statusCode(200);
    }

    @Test
    void nobody_merges_a_customers_cart() {
        String alices = cartOf("alice");

        as("bob")
                .body(Map.of("strategy", "sum"))
                .post(cart(alices) + "/merge")
                .then()
                .statusCode(404);
        as("alice")
                .body(Map.of("strategy", "sum"))
                .post(cart(alices) + "/merge")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | /api/v1/carts/me       |",
                "POST | /api/v1/carts/x/merge  | {\"strategy\": \"sum\"}"
            })
    void who_has_no_token_has_no_cart_of_their_own(Method method, String path, String body) {
        anonymous()
                .body(body == null ? "" : body)
                .request(method, path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void a_forged_token_opens_nothing() {
        String id = guestsCart();

        anonymous().auth().oauth2("forged").get(cart(id)).then().statusCode(401);
        anonymous().auth().oauth2("forged").post(CARTS).then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    |                |",
                "DELETE | ?version=1     |",
                "POST   | /checkout      | {\"sessionId\": \"s\", \"until\": \"2030-01-01T00:00:00Z\"}"
            })
    void only_the_order_service_looks_into_all_carts(Method method, String path, String body) {
        String address = INTERNAL + "/" + guestsCart() + (path == null ? "" : path);
        String sent = body == null ? "" : body;

        anonymous().body(sent).request(method, address).then().statusCode(401);
        for (String other : new String[] {"alice", "manager", "admin", "loadtest", "payment"}) {
            as(other)
                    .body(sent)
                    .request(method, address)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("forbidden"));
        }
    }

    @Test
    void machines_own_the_carts_they_make() {
        String id = cartOf("loadtest");
        String sku = sold(100).sku();

        as("loadtest")
                .body(Map.of("sku", sku, "qty", 2))
                .post(cart(id) + "/items")
                .then()
                .statusCode(200)
                .body("subtotal", equalTo(200));
        as("loadtest").get(CARTS + "/me").then().statusCode(200).body("cartId", equalTo(id));
    }
}
