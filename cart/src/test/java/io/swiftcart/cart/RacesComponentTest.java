package io.swiftcart.cart;

import static io.swiftcart.cart.Shop.add;
import static io.swiftcart.cart.Shop.anonymous;
import static io.swiftcart.cart.Shop.cart;
import static io.swiftcart.cart.Shop.guestsCart;
import static io.swiftcart.cart.Shop.item;
import static io.swiftcart.cart.Shop.sold;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.cart.Shop.Product;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RacesComponentTest {

    @Test
    void of_many_adds_at_once_none_is_lost_and_every_total_is_exact() throws Exception {
        Product mug = sold(1299);
        Product hat = sold(777);
        String id = guestsCart();

        List<Response> answers = atOnce(300, i -> add(id, i % 3 == 0 ? hat : mug, 1));

        for (Response answer : answers) {
            answer.then().statusCode(200);
            List<Map<String, Object>> items = answer.path("items");
            long sum = items.stream().mapToLong(RacesComponentTest::total).sum();
            assertEquals(sum, answer.<Number>path("subtotal").longValue());
        }
        anonymous()
                .get(cart(id))
                .then()
                .body("subtotal", equalTo(200 * 1299 + 100 * 777))
                .body("version", equalTo(301));
    }

    @Test
    void no_race_comes_over_999_units() throws Exception {
        Product mug = sold(1);
        String id = guestsCart();
        add(id, mug, 950);

        List<Response> answers = atOnce(100, _ -> add(id, mug, 1));

        assertEquals(49, answers.stream().filter(each -> each.statusCode() == 200).count());
        anonymous().get(cart(id)).then().body("items[0].qty", equalTo(999));
    }

    @Test
    void changes_of_every_kind_leave_content_and_total_in_step() throws Exception {
        Product mug = sold(1299);
        Product hat = sold(1_000_000_000_000L);
        String id = guestsCart();

        List<Response> answers =
                atOnce(
                        200,
                        i ->
                                switch (i % 4) {
                                    case 0 -> add(id, mug, 1);
                                    case 1 -> add(id, hat, 2);
                                    case 2 ->
                                            anonymous()
                                                    .body(Map.of("qty", i))
                                                    .put(item(id, hat.sku()));
                                    default -> anonymous().delete(item(id, mug.sku()));
                                });

        for (Response answer : answers) {
            List<Map<String, Object>> items = answer.path("items");
            if (answer.statusCode() == 200) {
                long sum = items.stream().mapToLong(RacesComponentTest::total).sum();
                assertEquals(sum, answer.<Number>path("subtotal").longValue());
            }
        }
    }

    private static long total(Map<String, Object> item) {
        long price = ((Number) item.get("unitPrice")).longValue();
        long total = Math.multiplyExact(price, ((Number) item.get("qty")).longValue());
        assertEquals(total, ((Number) item.get("lineTotal")).longValue());
        return total;
    }

    private interface Numbered {
        Response call(int number);
    }

    private static List<Response> atOnce(int count, Numbered call) throws Exception {
        try (ExecutorService crowd = Executors.newFixedThreadPool(32)) {
            List<Callable<Response>> calls =
                    IntStream.range(0, count)
                            .<Callable<Response>>mapToObj(i -> () -> call.call(i))
                            .toList();
            return crowd.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
