package io.swiftcart.order.placing;

import static io.swiftcart.order.Ordering.ORDERS;
import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.anonymous;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.Ordering.one;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.swiftcart.order.Refusal;
import io.swiftcart.order.Store;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BatchComponentTest {
    private static final String BATCH = ORDERS + "/batch";
    private String sku = "";

    @BeforeEach
    void openShop() {
        Store.openShop();
        sku = Store.aSku(100);
    }

    @Test
    void each_order_gets_the_answer_that_it_would_get_by_itself() {
        String batch =
                "[%s,%s,%s,{},7]"
                        .formatted(
                                keyed(aKey(), one(sku)),
                                keyed(aKey(), one("SKU-NONE")),
                                keyed(aKey(), one(sku).replace("\"qty\":1", "\"qty\":0")));

        Response answer = send(batch);

        answer.then().statusCode(200).body("items.index", equalTo(List.of(0, 1, 2, 3, 4)));
        assertEquals(List.of(201, 422, 400, 400, 400), answer.path("items.status"));
        answer.then()
                .body("items[0].body.status", equalTo("CONFIRMED"))
                .body("items[1].body.code", equalTo("unknown-sku"))
                .body("items[2].body.errors[0].pointer", equalTo("/items/0/qty"))
                .body("items[3].body.code", equalTo("idempotency-key-missing"));
    }

    @Test
    void a_batch_that_is_sent_again_places_nothing_twice() {
        String batch =
                IntStream.range(0, 40)
                        .mapToObj(_ -> keyed(aKey(), one(sku)))
                        .collect(Collectors.joining(",", "[", "]"));

        List<String> first =
                send(batch).then().statusCode(200).extract().path("items.body.orderId");
        List<String> again =
                send(batch).then().statusCode(200).extract().path("items.body.orderId");

        assertEquals(first, again);
        assertEquals(40, first.stream().distinct().count());
        as("alice").get(ORDERS + "?limit=200&sku=" + sku).then().body("items.size()", equalTo(40));
    }

    @Test
    void lines_are_answered_by_lines() {
        Response answer =
                as("alice")
                        .contentType("application/x-ndjson")
                        .body((keyed(aKey(), one(sku)) + "\n\n{broken\n").getBytes(UTF_8))
                        .post(BATCH);

        answer.then().statusCode(200).contentType("application/x-ndjson");
        List<JsonPath> lines = answer.asString().lines().map(JsonPath::from).toList();
        assertEquals(List.of(201, 400), lines.stream().map(l -> l.getInt("status")).toList());
        assertEquals(List.of(0, 1), lines.stream().map(l -> l.getInt("index")).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "customerId", "price", "role", "totalAmount"})
    void what_the_shop_decides_is_not_taken_from_a_batch_either(String member) {
        String order = keyed(aKey(), one(sku)).replaceFirst("\\{", "{\"" + member + "\":\"x\",");
        Response line =
                as("alice")
                        .contentType("application/x-ndjson")
                        .body((order + "\n").getBytes(UTF_8))
                        .post(BATCH);

        send("[" + order + "]")
                .then()
                .body("items[0].status", equalTo(400))
                .body("items[0].body.errors[0].pointer", equalTo("/" + member));
        assertEquals(400, JsonPath.from(line.asString()).getInt("status"));
    }

    @Test
    void a_batch_has_one_to_five_hundred_orders() {
        Refusal.of(send("[]")).statusCode(400);
        Refusal.of(send("{}")).statusCode(400);
        Refusal.of(send(Collections.nCopies(501, "{}").toString())).statusCode(400);
        send(Collections.nCopies(500, "{}").toString())
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(500));
        Refusal.of(anonymous().body("[{}]").post(BATCH)).statusCode(401);
    }

    private static Response send(String batch) {
        return as("alice").header("Prefer", "wait=10").body(batch).post(BATCH);
    }

    private static String keyed(String key, String order) {
        return "{\"idempotencyKey\":\"%s\",%s".formatted(key, order.substring(1));
    }
}
