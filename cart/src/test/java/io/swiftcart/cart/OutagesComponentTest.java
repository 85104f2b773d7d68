package io.swiftcart.cart;

import static io.restassured.RestAssured.given;
import static io.swiftcart.cart.Shop.CARTS;
import static io.swiftcart.cart.Shop.DEADLINE;
import static io.swiftcart.cart.Shop.aProduct;
import static io.swiftcart.cart.Shop.add;
import static io.swiftcart.cart.Shop.anonymous;
import static io.swiftcart.cart.Shop.cart;
import static io.swiftcart.cart.Shop.guestsCart;
import static io.swiftcart.cart.Shop.item;
import static io.swiftcart.cart.Shop.items;
import static io.swiftcart.cart.Shop.publish;
import static io.swiftcart.cart.Shop.sold;
import static io.swiftcart.cart.Shop.tell;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.cart.Shop.Product;
import io.swiftcart.stack.testing.TcpProxy.Fault;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What carts do while Redis is away, and when it comes back with nothing. */
@QuarkusTest
class OutagesComponentTest {
    /** {@code quarkus.redis.max-pool-size} */
    private static final int CONNECTIONS = 16;

    @TestHTTPResource(value = "health/ready", management = true)
    URI readiness;

    @Inject RedisDataSource redis;

    @AfterEach
    void mend() {
        RedisWire.is(Fault.NONE);
        await().atMost(DEADLINE).until(() -> given().get(readiness).statusCode() == 200);
        String id = guestsCart();
        Product unknown = aProduct(1, "USD");
        await().atMost(DEADLINE).until(() -> add(id, unknown, 1).statusCode() == 422);
    }

    @Test
    void without_redis_the_answer_is_503_and_carts_are_back_with_it() {
        Product mug = sold(100);
        String id = guestsCart();
        add(id, mug, 1);

        RedisWire.is(Fault.RESET);

        for (int i = 0; i < 3; i++) {
            unavailable(anonymous().post(CARTS));
            unavailable(anonymous().get(cart(id)));
            unavailable(anonymous().body(Map.of("sku", mug.sku(), "qty", 1)).post(items(id)));
            unavailable(anonymous().body(Map.of("qty", 1)).put(item(id, mug.sku())));
            unavailable(anonymous().delete(cart(id)));
        }
        given().get(readiness).then().statusCode(503);

        RedisWire.is(Fault.NONE);

        await().atMost(DEADLINE)
                .untilAsserted(
                        () ->
                                anonymous()
                                        .get(cart(id))
                                        .then()
                                        .statusCode(200)
                                        .body("subtotal", equalTo(100)));
        add(id, mug, 1).then().statusCode(200).body("items[0].qty", equalTo(2));
    }

    /** More callers than connections, so that none is left. */
    @Test
    void connections_to_redis_that_fell_silent_are_given_up() {
        String id = guestsCart();

        RedisWire.is(Fault.HALF_OPEN);
        List<Future<Response>> answers;
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            answers =
                    Stream.generate(() -> callers.submit(() -> anonymous().get(cart(id))))
                            .limit(CONNECTIONS + 4)
                            .toList();
        }
        answers.forEach(answer -> unavailable(answer.resultNow()));
        RedisWire.is(Fault.NONE);

        await().atMost(DEADLINE)
                .untilAsserted(() -> anonymous().get(cart(id)).then().statusCode(200));
    }

    @Test
    void facts_wait_while_redis_is_away() {
        Product mug = sold(100);
        String id = guestsCart();
        add(id, mug, 1);

        RedisWire.is(Fault.RESET);
        tell(mug.at(200));
        unavailable(anonymous().get(cart(id)));
        RedisWire.is(Fault.NONE);

        await().atMost(DEADLINE)
                .untilAsserted(
                        () -> anonymous().get(cart(id)).then().body("subtotal", equalTo(200)));
    }

    @Test
    void a_view_of_products_that_was_lost_is_read_again() {
        Product mug = sold(100);

        redis.execute("FLUSHALL");

        await().atMost(DEADLINE)
                .untilAsserted(() -> add(guestsCart(), mug, 1).then().statusCode(200));
    }

    @Test
    void scripts_that_redis_has_forgotten_are_told_again() {
        String id = guestsCart();

        redis.execute("SCRIPT", "FLUSH");

        anonymous().get(cart(id)).then().statusCode(200);
    }

    @Test
    void a_fact_that_cannot_be_read_stops_no_other() {
        for (String bad : List.of("nonsense", "{}", "null", "{\"product\": {\"sku\": \"X-1\"}}")) {
            publish("BAD-1", bad);
        }

        sold(100);
    }

    @Test
    void older_and_repeated_facts_change_nothing() {
        Product first = aProduct(100, "USD");
        Product second = sold(first.at(200));
        String id = guestsCart();
        add(id, second, 1);

        tell(first);
        tell(second);
        Product marker = aProduct(1, "USD");
        publish(second.sku(), marker.json());

        await().atMost(DEADLINE).untilAsserted(() -> add(id, marker, 1).then().statusCode(200));
        anonymous().get(cart(id)).then().body("items[0].unitPrice", equalTo(200));
    }

    @Test
    void a_tombstone_takes_a_product_out_for_good() {
        Product mug = sold(100);
        String id = guestsCart();
        add(id, mug, 1);

        publish(mug.sku(), null);

        await().atMost(DEADLINE)
                .untilAsserted(
                        () ->
                                anonymous()
                                        .get(cart(id))
                                        .then()
                                        .body("items[0].discontinued", equalTo(true)));
    }

    private static void unavailable(Response answer) {
        answer.then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("service-unavailable"))
                .body("retryable", equalTo(true))
                .body("correlationId", notNullValue());
    }
}
