package io.swiftcart.order.history;

import static io.swiftcart.order.Ordering.ORDERS;
import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.Ordering.one;
import static io.swiftcart.order.Ordering.place;
import static io.swiftcart.order.Ordering.placed;
import static io.swiftcart.order.Ordering.read;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.order.Ordering;
import io.swiftcart.order.Store;
import io.swiftcart.order.Stubs;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ListingOrdersComponentTest {
    private String sku = "";

    @BeforeEach
    void openShop() {
        Store.openShop();
        sku = Store.aSku(100);
    }

    @Test
    void pages_hold_every_order_once_newest_first() {
        List<String> ids = IntStream.range(0, 7).mapToObj(i -> placed("alice", one(sku))).toList();

        for (int limit : new int[] {1, 2, 3, 7, 200}) {
            List<String> found = new ArrayList<>();
            @Nullable String cursor = null;
            int pages = 0;
            do {
                var page =
                        as("alice")
                                .get(
                                        ORDERS
                                                + "?sku="
                                                + sku
                                                + "&limit="
                                                + limit
                                                + (cursor == null ? "" : "&cursor=" + cursor))
                                .then()
                                .statusCode(200)
                                .body("$", hasKey("nextCursor"))
                                .extract();
                List<String> items = page.path("items.orderId");
                assertTrue(items.size() <= limit);
                found.addAll(items);
                cursor = page.path("nextCursor");
                pages++;
            } while (cursor != null);

            assertEquals(ids.reversed(), found);
            assertEquals((ids.size() + limit - 1) / limit, pages);
        }
    }

    @Test
    void an_order_that_comes_between_two_pages_moves_nothing() {
        String first = placed("alice", one(sku));
        placed("alice", one(sku));
        String cursor = as("alice").get(ORDERS + "?limit=1&sku=" + sku).path("nextCursor");

        placed("alice", one(sku));

        as("alice")
                .get(ORDERS + "?limit=1&sku=" + sku + "&cursor=" + cursor)
                .then()
                .body("items.orderId", equalTo(List.of(first)))
                .body("nextCursor", nullValue());
    }

    @Test
    void an_order_in_a_list_is_the_order_itself() {
        String id = placed("alice", one(sku));

        assertEquals(
                read(id).<Object>path("$"),
                as("alice").get(ORDERS + "?sku=" + sku).<Object>path("items[0]"));
    }

    @Test
    void orders_are_found_by_status() {
        String confirmed = placed("alice", one(sku));
        Stubs.chargeAnswers(Stubs.problem(402, "payment-declined"));
        String failed = place("alice", aKey(), one(sku)).path("orderId");

        assertEquals(List.of(confirmed), found("alice", "&status=CONFIRMED"));
        assertEquals(List.of(failed), found("alice", "&status=FAILED"));
        for (String other : new String[] {"PENDING", "FULFILLED", "COMPLETED", "CANCELLED"}) {
            assertEquals(List.of(), found("alice", "&status=" + other));
        }
    }

    @Test
    void orders_are_found_from_a_time_on_and_until_before_another() {
        String first = placed("alice", one(sku));
        String second = placed("alice", one(sku));
        String from = read(first).path("createdAt");
        String to = read(second).path("createdAt");

        assertEquals(List.of(second, first), found("alice", "&from=" + from));
        assertEquals(List.of(second), found("alice", "&from=" + to));
        assertEquals(List.of(first), found("alice", "&to=" + to));
        assertEquals(List.of(first), found("alice", "&from=" + from + "&to=" + to));
        assertEquals(List.of(), found("alice", "&from=" + to + "&to=" + from));
    }

    @Test
    void managers_find_the_orders_of_all_and_of_one_customer() {
        String ofAlice = placed("alice", one(sku));
        String ofBob = placed("bob", one(sku));
        String alice = customerOf(ofAlice);

        assertEquals(List.of(ofBob, ofAlice), found("manager", ""));
        assertEquals(List.of(ofBob, ofAlice), found("admin", ""));
        assertEquals(List.of(ofAlice), found("manager", "&customer=" + alice));
        assertEquals(List.of(ofAlice), found("alice", ""));
        assertEquals(List.of(ofBob), found("bob", ""));
        assertEquals(List.of(), found("bob", "&customer=" + alice));
    }

    @Test
    void an_order_of_several_skus_is_found_by_each() {
        String other = Store.aSku(5);
        String id =
                placed(
                        "alice",
                        Ordering.items(
                                "{\"sku\":\"%s\",\"qty\":1},{\"sku\":\"%s\",\"qty\":2}"
                                        .formatted(sku, other)));

        assertEquals(List.of(id), found("alice", ""));
        as("alice").get(ORDERS + "?sku=" + other).then().body("items.orderId", hasItem(id));
    }

    private List<String> found(String account, String filter) {
        return as(account)
                .get(ORDERS + "?limit=200&sku=" + sku + filter)
                .then()
                .statusCode(200)
                .extract()
                .path("items.orderId");
    }

    private static String customerOf(String id) {
        return Store.one(
                        "select customer_id from orders where id = $1",
                        Tuple.of(UUID.fromString(id)))
                .getString("customer_id");
    }
}
