package io.swiftcart.cart;

import static io.swiftcart.cart.Shop.CARTS;
import static io.swiftcart.cart.Shop.DEADLINE;
import static io.swiftcart.cart.Shop.INTERNAL;
import static io.swiftcart.cart.Shop.add;
import static io.swiftcart.cart.Shop.anonymous;
import static io.swiftcart.cart.Shop.as;
import static io.swiftcart.cart.Shop.cart;
import static io.swiftcart.cart.Shop.cartOf;
import static io.swiftcart.cart.Shop.guestsCart;
import static io.swiftcart.cart.Shop.item;
import static io.swiftcart.cart.Shop.items;
import static io.swiftcart.cart.Shop.sold;
import static io.swiftcart.cart.Shop.tell;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.swiftcart.cart.Shop.Product;
import io.swiftcart.platform.packaged.PackagedService;
import io.swiftcart.stack.testing.Facts;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The carts as they are delivered: each of their scripts runs in Redis once. */
@QuarkusIntegrationTest
class CartIT implements PackagedService {

    @Override
    public String service() {
        return "cart";
    }

    @Test
    void units_are_added_set_and_taken_out() {
        Product mug = sold(1299);
        String id = guestsCart();

        add(id, mug, 2).then().statusCode(200).body("subtotal", equalTo(2598));
        anonymous()
                .body(Map.of("qty", 5))
                .put(item(id, mug.sku()))
                .then()
                .statusCode(200)
                .body("items[0].name", equalTo(mug.name()))
                .body("items[0].lineTotal", equalTo(5 * 1299));
        anonymous().delete(item(id, mug.sku())).then().statusCode(200).body("items", hasSize(0));
        anonymous().delete(cart(id)).then().statusCode(204);
        anonymous().get(cart(id)).then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void a_new_price_is_shown_and_a_product_that_is_gone_is_not_added() {
        Product mug = sold(1000);
        String id = guestsCart();
        add(id, mug, 1).then().statusCode(200);

        tell(mug.at(1100));

        await().atMost(DEADLINE)
                .untilAsserted(
                        () ->
                                anonymous()
                                        .get(cart(id))
                                        .then()
                                        .body("items[0].priceChanged", equalTo(true))
                                        .body("items[0].previousUnitPrice", equalTo(1000))
                                        .body("items[0].unitPrice", equalTo(1100)));
        Shop.publish(mug.sku(), null);
        await().atMost(DEADLINE).until(() -> add(guestsCart(), mug, 1).statusCode() == 422);
    }

    @Test
    void a_guests_cart_is_merged_into_ones_own() {
        Product mug = sold(100);
        String guests = guestsCart();
        add(guests, mug, 3).then().statusCode(200);
        String mine = cartOf("alice");

        as("alice")
                .body(Map.of("strategy", "keep"))
                .post(cart(guests) + "/merge")
                .then()
                .statusCode(200)
                .body("cartId", equalTo(mine))
                .body("items.sku", hasItem(mug.sku()));

        as("alice").get(CARTS + "/me").then().statusCode(200).body("cartId", equalTo(mine));
        as("bob").get(cart(mine)).then().statusCode(404);
    }

    @Test
    void the_order_service_reads_a_cart_keeps_it_and_discards_it() {
        Product mug = sold(1299);
        String id = guestsCart();
        add(id, mug, 2).then().statusCode(200);

        as("order")
                .body(Map.of("sessionId", "s", "until", "2099-01-01T00:00:00Z"))
                .post(INTERNAL + "/" + id + "/checkout")
                .then()
                .statusCode(200)
                .body("items[0].unitPrice", equalTo(1299));
        as("order").get(INTERNAL + "/" + id).then().statusCode(200).body("version", equalTo(2));
        as("order").delete(INTERNAL + "/" + id + "?version=2").then().statusCode(204);

        anonymous().get(cart(id)).then().statusCode(404);
        as("alice").get(INTERNAL + "/" + id).then().statusCode(403);
    }

    @Test
    void a_fact_that_cannot_be_read_is_a_dead_letter_and_others_go_on() {
        Product mug = Shop.aProduct(100, "USD");

        Shop.publish(mug.sku(), "no JSON");
        Shop.sold(mug);

        Facts.consume(Shop.TOPIC + ".dlq").ofKey(mug.sku(), 1);
    }

    @Test
    void mistakes_are_told_member_by_member() {
        String id = guestsCart();

        anonymous()
                .body(Map.of("sku", "bad sku", "qty", 0))
                .post(items(id))
                .then()
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors.pointer", hasItem("/qty"));
        anonymous()
                .body(Map.of("sku", "SKU-1", "qty", 1, "price", 1))
                .post(items(id))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/price"));
    }
}
