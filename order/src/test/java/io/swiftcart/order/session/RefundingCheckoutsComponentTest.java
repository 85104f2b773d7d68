package io.swiftcart.order.session;

import static io.swiftcart.order.Ordering.ORDERS;
import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.Ordering.read;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.order.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RefundingCheckoutsComponentTest {

    @BeforeEach
    void openShop() {
        Store.openShop();
        Checkouts.noOtherCarts();
    }

    /**
     * Lamps 3 × 333 and a rug for 100, less 10 %, shipped for 500, taxed with 19 %: the lamps cost
     * 999 − 100 + 171, the rug 100 − 10 + 17, and shipping 500 + 95.
     */
    @Test
    void items_are_given_back_at_what_was_paid_for_them_and_shipping_with_its_tax_stays() {
        String lamp = Store.aSku(333);
        String rug = Store.aSku(100);
        String cart = Checkouts.aCart(lamp, 3, null);
        Checkouts.holds(cart, null, 7, Checkouts.line(lamp, 3) + "," + Checkouts.line(rug, 1));
        Checkouts.weighs(lamp, 100);
        Checkouts.weighs(rug, 100);
        String session = Checkouts.ready(cart, "DE");
        Checkouts.put(
                        session,
                        "promotion",
                        "{\"code\":\"%s\"}".formatted(Checkouts.aPromotion(10, null)))
                .then()
                .statusCode(200);
        Response order = Checkouts.complete(session, aKey(), 1772);
        order.then()
                .statusCode(201)
                .body("discount", equalTo(110))
                .body("tax", equalTo(283))
                .body("totalAmount", equalTo(1772));
        String id = order.path("orderId");

        assertEquals(356, back(id, lamp, 1));
        assertEquals(714, back(id, lamp, 2));
        assertEquals(107, back(id, rug, 1));

        read(id).then().body("paymentStatus", equalTo("PARTIALLY_REFUNDED"));
        int rest = refund(id, "\"restock\":false").then().statusCode(201).extract().path("amount");
        assertEquals(595, rest);
        read(id).then().body("paymentStatus", equalTo("REFUNDED"));
    }

    private static int back(String orderId, String sku, int qty) {
        return refund(orderId, "\"items\":[{\"sku\":\"%s\",\"qty\":%d}]".formatted(sku, qty))
                .then()
                .statusCode(201)
                .extract()
                .path("amount");
    }

    private static Response refund(String orderId, String members) {
        return as("manager")
                .header("Idempotency-Key", aKey())
                .body("{%s,\"reason\":\"broken\"}".formatted(members))
                .post(ORDERS + "/" + orderId + "/refunds");
    }
}
