package io.swiftcart.catalog;

import static io.swiftcart.catalog.Catalogue.PRODUCTS;
import static io.swiftcart.catalog.Catalogue.aCategory;
import static io.swiftcart.catalog.Catalogue.aProduct;
import static io.swiftcart.catalog.Catalogue.anonymous;
import static io.swiftcart.catalog.Catalogue.as;
import static io.swiftcart.catalog.Catalogue.manager;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.catalog.Catalogue.Stored;
import io.swiftcart.stack.testing.Tokens;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReviewsComponentTest {
    private static final String TOPIC = "orders.confirmed.v1";
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    @Test
    void a_buyer_reviews_once_and_the_average_is_kept() {
        Stored mug = aProduct().stored();
        String before = anonymous().get(mug.path()).header("ETag");
        buys("alice", mug);
        buys("bob", mug);

        reviewed("alice", mug, 5);
        review("alice", mug, 1).then().statusCode(409).body("code", equalTo("already-reviewed"));
        anonymous()
                .get(mug.path())
                .then()
                .body("rating", equalTo(5.0f))
                .body("reviewCount", equalTo(1));
        reviewed("bob", mug, 2);

        anonymous()
                .get(mug.path())
                .then()
                .header("ETag", not(equalTo(before)))
                .body("rating", equalTo(3.5f))
                .body("reviewCount", equalTo(2))
                .body("version", equalTo(1));
        anonymous()
                .get(mug.path() + "/reviews")
                .then()
                .statusCode(200)
                .body("items.rating", equalTo(List.of(2, 5)))
                .body("items[0].title", equalTo("Title"))
                .body("items[0].reviewId", notNullValue())
                .body("nextCursor", equalTo(null));
        assertFalse(anonymous().get(mug.path() + "/reviews").asString().contains("alice"));
    }

    @Test
    void a_review_is_no_change_for_a_writer_of_the_product() {
        Catalogue.ProductBuilder body = aProduct();
        Stored mug = body.stored();
        buys("alice", mug);
        reviewed("alice", mug, 4);

        manager()
                .header("If-Match", mug.etag())
                .body(body.body())
                .put(mug.path())
                .then()
                .statusCode(200)
                .body("rating", equalTo(4.0f));
    }

    @Test
    void nobody_but_a_buyer_reviews() {
        Stored mug = aProduct().stored();
        Stored other = aProduct().stored();
        buys("alice", other);

        Refusal.of(review("alice", mug, 5), 403);
        review("alice", mug, 5).then().body("code", equalTo("not-bought"));
        Refusal.of(anonymous().body(aReview(5)).post(mug.path() + "/reviews"), 401);
        Refusal.of(review("manager", mug, 5), 403);
        Refusal.of(review("loadtest", mug, 5), 403);
        anonymous().get(mug.path()).then().body("rating", equalTo(0.0f));
    }

    @Test
    void a_product_that_is_not_sold_is_not_reviewed() {
        Stored mug = aProduct().stored();
        buys("alice", mug);
        manager().delete(mug.path()).then().statusCode(204);
        String nowhere = PRODUCTS + "/" + UUID.randomUUID() + "/reviews";

        Refusal.of(review("alice", mug, 5), 404);
        Refusal.of(anonymous().get(mug.path() + "/reviews"), 404);
        Refusal.of(as("alice").body(aReview(5)).post(nowhere), 404);
        Refusal.of(anonymous().get(nowhere), 404);
    }

    @Test
    void the_list_goes_page_by_page_newest_first() {
        Stored mug = aProduct().stored();
        buys("alice", mug);
        buys("bob", mug);
        reviewed("alice", mug, 1);
        reviewed("bob", mug, 2);

        Response first = anonymous().get(mug.path() + "/reviews?limit=1");
        Response second =
                anonymous()
                        .queryParam("cursor", first.<String>path("nextCursor"))
                        .get(mug.path() + "/reviews?limit=1");

        assertEquals(List.of(2), first.path("items.rating"));
        assertEquals(List.of(1), second.path("items.rating"));
        second.then().body("nextCursor", equalTo(null));
        for (String query :
                List.of("limit=0", "limit=x", "cursor=x", "cursor=AAAA", "cursor=%00")) {
            Refusal.of(
                    anonymous().urlEncodingEnabled(false).get(mug.path() + "/reviews?" + query),
                    400);
        }
        Refusal.of(anonymous().get(PRODUCTS + "/mug/reviews"), 400);
    }

    @Test
    void the_list_of_products_is_sorted_by_rating() {
        String category = aCategory("Rated", null);
        Stored good = aProduct().in(category).named("Good").stored();
        aProduct().in(category).named("Unrated").isThere();
        Stored bad = aProduct().in(category).named("Bad").stored();
        buys("alice", good);
        buys("alice", bad);
        reviewed("alice", good, 5);
        reviewed("alice", bad, 1);

        assertEquals(
                List.of("Good", "Bad", "Unrated"),
                anonymous()
                        .get(PRODUCTS + "?sort=-rating&category=" + category)
                        .path("items.name"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"rating\": 0, \"title\": \"a\", \"text\": \"b\"}",
                "{\"rating\": 6, \"title\": \"a\", \"text\": \"b\"}",
                "{\"rating\": 4.5, \"title\": \"a\", \"text\": \"b\"}",
                "{\"rating\": \"5\", \"title\": \"a\", \"text\": \"b\"}",
                "{\"rating\": null, \"title\": \"a\", \"text\": \"b\"}",
                "{\"rating\": 5, \"title\": \"\", \"text\": \"b\"}",
                "{\"rating\": 5, \"title\": \"a\\nb\", \"text\": \"b\"}",
                "{\"rating\": 5, \"title\": \"a\", \"text\": \"  \"}",
                "{\"rating\": 5, \"title\": \"a\", \"text\": \"\\u0000\"}",
                "{\"rating\": 5, \"title\": \"a\"}",
                "{\"rating\": 5, \"title\": \"a\", \"text\": \"b\", \"userId\": \"bob\"}",
                "[]",
                "nonsense"
            })
    void a_wrong_review_is_refused(String body) {
        Stored mug = aProduct().stored();

        Refusal.of(as("alice").body(body).post(mug.path() + "/reviews"), 400);
    }

    private static Map<String, Object> aReview(int rating) {
        return Map.of("rating", rating, "title", "Title", "text", "Text.\nMore of it.");
    }

    private static Response review(String user, Stored product, int rating) {
        return as(user).body(aReview(rating)).post(product.path() + "/reviews");
    }

    /** As soon as the catalogue has heard of the purchase. */
    private static void reviewed(String user, Stored product, int rating) {
        await().atMost(DEADLINE).until(() -> review(user, product, rating).statusCode() == 201);
    }

    private static void buys(String user, Stored product) {
        UUID order = UUID.randomUUID();
        String fact =
                """
                {"eventId": "%s", "eventType": "OrderConfirmed", "occurredAt": "2026-11-20T12:34:56Z",
                 "order": {"orderId": "%s", "orderNumber": "ORD-20261120-000042", "version": 2,
                           "userId": "%s",
                           "items": [{"sku": "OTHER-1", "qty": 1, "unitPrice": 1},
                                     {"sku": "%s", "qty": 2, "unitPrice": 1299}]}}
                """;
        Bus.publish(
                TOPIC,
                order.toString(),
                fact.formatted(UUID.randomUUID(), order, subject(user), product.sku()));
    }

    private static String subject(String user) {
        String claims = Tokens.of(user).split("\\.")[1];
        return new JsonObject(
                        new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
                .getString("sub");
    }
}
