package io.swiftcart.order.session;

import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.session.Checkouts.complete;
import static io.swiftcart.order.session.Checkouts.read;
import static io.swiftcart.order.session.Checkouts.ready;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.order.Refusal;
import io.swiftcart.order.Store;
import io.swiftcart.order.Stubs;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lies in a cart is ordered once, whichever of its sessions comes first. */
@QuarkusTest
class OrderedCartsComponentTest {
    private static final Map<String, String> CART_ORDERED =
            Map.of("code", "cart-ordered", "pointer", "/cartId");
    private String sku = "";

    @BeforeEach
    void openShop() {
        Store.openShop();
        Checkouts.noOtherCarts();
        sku = Store.aSku(1000);
    }

    @Test
    void two_sessions_of_one_cart_that_complete_at_once_make_one_order() throws Exception {
        String cart = Checkouts.aCart(sku, 1, null);
        List<String> sessions = List.of(ready(cart, "US"), ready(cart, "US"));

        List<Response> answers =
                Racing.atOnce(
                        20, 20, i -> () -> Racing.answered(sessions.get(i % 2), aKey(), 1500));

        assertEquals(1, answers.stream().map(a -> a.path("orderId")).distinct().count());
        assertEquals(1, answers.stream().map(a -> a.path("orderToken")).distinct().count());
        for (int session = 0; session < 2; session++) {
            List<Response> ofSession = new ArrayList<>();
            for (int i = session; i < answers.size(); i += 2) {
                ofSession.add(answers.get(i));
            }
            boolean placed = ofSession.getFirst().statusCode() != 409;
            ofSession.forEach(
                    placed
                            ? a -> a.then().statusCode(anyOf(equalTo(201), equalTo(202)))
                            : OrderedCartsComponentTest::requireOrderedElsewhere);
        }
        assertEquals(
                1,
                Store.one("select count(*) as n from orders where cart_id = $1", Tuple.of(cart))
                        .getLong("n"));
    }

    private static void requireOrderedElsewhere(Response answer) {
        Refusal.of(answer)
                .statusCode(409)
                .body("code", equalTo("checkout-incomplete"))
                .body("requirements.code", equalTo(List.of("cart-ordered")));
    }

    @Test
    void what_lies_in_a_cart_is_ordered_in_one_session_alone() {
        String cart = Checkouts.aCart(sku, 1, null);
        String first = ready(cart, "US");
        String second = ready(cart, "US");
        Response order = complete(first, aKey(), 1500);
        order.then().statusCode(201);

        read(second)
                .then()
                .body("status", equalTo("OPEN"))
                .body("requirements", equalTo(List.of(CART_ORDERED)));
        Response refused = complete(second, aKey(), 1500);

        Refusal.of(refused)
                .statusCode(409)
                .body("code", equalTo("checkout-incomplete"))
                .body("requirements", equalTo(List.of(CART_ORDERED)))
                .body("orderId", equalTo(order.path("orderId")))
                .body("orderToken", equalTo(order.path("orderToken")));
        Checkouts.answers(cart, Stubs.problem(404, "not-found"));
        complete(second, aKey(), 1500)
                .then()
                .statusCode(409)
                .body("requirements.code", equalTo(List.of("cart-ordered", "cart-empty")))
                .body("orderId", equalTo(order.path("orderId")));
        Checkouts.holds(cart, null, 8, Checkouts.line(sku, 2));
        complete(second, aKey(), 2500)
                .then()
                .statusCode(201)
                .body("orderId", not(equalTo(order.path("orderId"))));
    }

    @Test
    void a_cart_whose_order_failed_may_be_ordered_in_another_session() {
        String cart = Checkouts.aCart(sku, 1, null);
        String first = ready(cart, "US");
        String second = ready(cart, "US");
        Stubs.chargeAnswers(Stubs.problem(402, "payment-declined"));
        complete(first, aKey(), 1500).then().statusCode(402);
        Stubs.chargeAnswers(Stubs.captured());

        complete(second, aKey(), 1500).then().statusCode(201);

        complete(first, aKey(), 1500)
                .then()
                .statusCode(409)
                .body("requirements", equalTo(List.of(CART_ORDERED)));
    }
}
