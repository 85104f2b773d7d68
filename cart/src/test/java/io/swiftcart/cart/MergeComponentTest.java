package io.swiftcart.cart;

import static io.swiftcart.cart.Shop.CARTS;
import static io.swiftcart.cart.Shop.add;
import static io.swiftcart.cart.Shop.anonymous;
import static io.swiftcart.cart.Shop.as;
import static io.swiftcart.cart.Shop.cart;
import static io.swiftcart.cart.Shop.cartOf;
import static io.swiftcart.cart.Shop.guestsCart;
import static io.swiftcart.cart.Shop.sold;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.cart.Shop.Product;
import io.swiftcart.stack.testing.Tokens;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MergeComponentTest {

    @ParameterizedTest
    @CsvSource({"sum, 5, 999", "max, 3, 700", "keep, 2, 600"})
    void lines_in_both_carts_follow_the_strategy(String strategy, int few, int many) {
        Product mug = sold(100);
        Product hat = sold(10);
        Product pen = sold(1);
        String guests = guestsCart();
        add(guests, mug, 3);
        add(guests, hat, 700);
        add(guests, pen, 4);
        String mine = cartOf("alice");
        addAsAlice(mine, mug, 2);
        addAsAlice(mine, hat, 600);

        merge(guests, strategy)
                .then()
                .statusCode(200)
                .body("cartId", equalTo(mine))
                .body("items", hasSize(3))
                .body("items[0].qty", equalTo(few))
                .body("items[1].qty", equalTo(many))
                .body("items[2].sku", equalTo(pen.sku()))
                .body("items[2].qty", equalTo(4))
                .body("subtotal", equalTo(few * 100 + many * 10 + 4));

        anonymous().get(cart(guests)).then().statusCode(404);
        merge(guests, strategy).then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void who_has_no_cart_gets_the_guests_lines_in_a_new_one() {
        as("bob").delete(cart(cartOf("bob")));
        Product mug = sold(100);
        String guests = guestsCart();
        add(guests, mug, 3);

        as("bob")
                .body(Map.of("strategy", "keep"))
                .post(cart(guests) + "/merge")
                .then()
                .statusCode(200)
                .body("cartId", not(equalTo(guests)))
                .body("subtotal", equalTo(300));
        as("bob").get(CARTS + "/me").then().statusCode(200).body("subtotal", equalTo(300));
    }

    @Test
    void of_many_merges_at_once_one_happens() throws Exception {
        Product mug = sold(100);
        String guests = guestsCart();
        add(guests, mug, 3);
        String mine = cartOf("alice");
        addAsAlice(mine, mug, 1);
        String alice = Tokens.of("alice");

        List<Integer> statuses = atOnce(20, () -> merge(guests, "sum", alice).statusCode());

        assertEquals(1, statuses.stream().filter(status -> status == 200).count());
        assertEquals(19, statuses.stream().filter(status -> status == 404).count());
        as("alice").get(cart(mine)).then().body("items[0].qty", equalTo(4));
    }

    @Test
    void what_is_added_during_a_merge_is_in_one_cart_or_refused() throws Exception {
        Product mug = sold(100);
        String guests = guestsCart();
        String mine = cartOf("alice");
        String alice = Tokens.of("alice");
        Callable<Integer> adding = () -> add(guests, mug, 1).statusCode();
        Callable<Integer> merging = () -> merge(guests, "sum", alice).statusCode() - 200;

        long added;
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> adds =
                    crowd.invokeAll(Stream.generate(() -> adding).limit(20).toList());
            Future<Integer> merge = crowd.submit(merging);
            List<Future<Integer>> later =
                    crowd.invokeAll(Stream.generate(() -> adding).limit(20).toList());
            assertEquals(0, merge.get());
            added =
                    Stream.concat(adds.stream(), later.stream())
                            .filter(each -> each.resultNow() == 200)
                            .count();
        }

        as("alice").get(cart(mine)).then().body("items[0].qty", equalTo((int) added));
    }

    private static List<Integer> atOnce(int count, Callable<Integer> call) throws Exception {
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            return crowd.invokeAll(Stream.generate(() -> call).limit(count).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private static Response merge(String guests, String strategy) {
        return merge(guests, strategy, Tokens.of("alice"));
    }

    private static Response merge(String guests, String strategy, String token) {
        return anonymous()
                .auth()
                .oauth2(token)
                .body(Map.of("strategy", strategy))
                .post(cart(guests) + "/merge");
    }

    private static void addAsAlice(String cart, Product product, int qty) {
        as("alice")
                .body(Map.of("sku", product.sku(), "qty", qty))
                .post(cart(cart) + "/items")
                .then()
                .statusCode(200);
    }
}
