package io.swiftcart.order;

import static io.restassured.RestAssured.given;
import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.Ordering.lamps;
import static io.swiftcart.order.Ordering.place;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OrderAccessComponentTest {
    @Inject Pool database;

    @BeforeEach
    void lampsAreSoldAndNeighboursAgree() {
        Ordering.sellLamps(database);
        Ordering.neighboursAgree();
    }

    @Test
    void an_order_is_read_by_its_customer_and_by_managers_and_does_not_exist_for_others() {
        String id = place("alice", aKey(), lamps(1)).path("orderId");

        as("alice")
                .get("/api/v1/orders/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""));
        as("manager").get("/api/v1/orders/" + id).then().statusCode(200);
        for (String part : new String[] {"", "/status", "/events"}) {
            as("bob")
                    .get("/api/v1/orders/" + id + part)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
            given().get("/api/v1/orders/" + id + part)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", "Bearer");
        }
        given().header("X-Order-Token", "guess").get("/api/v1/orders/" + id).then().statusCode(404);
        as("alice").get("/api/v1/orders/" + id + "/saga").then().statusCode(403);
    }

    @Test
    void a_list_holds_ones_own_orders_page_by_page() {
        String first = place("alice", aKey(), lamps(1)).path("orderId");
        String second = place("alice", aKey(), lamps(1)).path("orderId");

        String cursor =
                as("alice")
                        .get("/api/v1/orders?limit=1&status=CONFIRMED")
                        .then()
                        .statusCode(200)
                        .body("items[0].orderId", equalTo(second))
                        .body("nextCursor", notNullValue())
                        .extract()
                        .path("nextCursor");
        as("alice")
                .get("/api/v1/orders?limit=1&cursor=" + cursor)
                .then()
                .body("items[0].orderId", equalTo(first));
        as("bob").get("/api/v1/orders?limit=200").then().body("items.orderId", not(hasItem(first)));
        as("manager")
                .get("/api/v1/orders?limit=200&sku=" + Ordering.LAMP)
                .then()
                .body("items.orderId", hasItem(first));
    }

    @Test
    void an_anonymous_or_forged_caller_places_nothing() {
        given().contentType("application/json")
                .header("Idempotency-Key", aKey())
                .body(lamps(1))
                .post("/api/v1/orders")
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
        given().auth()
                .oauth2("eyJhbGciOiJub25lIn0.e30.")
                .get("/api/v1/orders")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("code", equalTo("unauthenticated"))
                .body("correlationId", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"items\":[],\"currency\":\"USD\",\"paymentMethod\":\"pm\"}",
                "{\"items\":[{\"sku\":\"SKU-LAMP\",\"qty\":\"1\"}],\"currency\":\"USD\",\"paymentMethod\":\"pm\"}",
                "{\"items\":[{\"sku\":\"SKU-LAMP\",\"qty\":1.5}],\"currency\":\"USD\",\"paymentMethod\":\"pm\"}",
                "{\"items\":[{\"sku\":\"SKU-LAMP\",\"qty\":0}],\"currency\":\"USD\",\"paymentMethod\":\"pm\"}",
                "{\"items\":[{\"sku\":\"SKU-LAMP\",\"qty\":1000}],\"currency\":\"USD\",\"paymentMethod\":\"pm\"}",
                "{\"items\":[{\"sku\":\"SKU-LAMP\",\"qty\":99999999999}],\"currency\":\"USD\",\"paymentMethod\":\"pm\"}",
                "{\"items\":[{\"sku\":\"a\\u0000b\",\"qty\":1}],\"currency\":\"USD\",\"paymentMethod\":\"pm\"}",
                "{\"items\":[null],\"currency\":\"USD\",\"paymentMethod\":\"pm\"}",
                "{\"items\":[{\"sku\":\"SKU-LAMP\",\"qty\":1}],\"currency\":\"usd\",\"paymentMethod\":\"pm\"}",
                "{\"items\":[{\"sku\":\"SKU-LAMP\",\"qty\":1}],\"currency\":\"USD\",\"paymentMethod\":\"pm\",\"status\":\"CONFIRMED\"}",
                "{\"items\":[{\"sku\":\"SKU-LAMP\",\"qty\":1}],\"currency\":\"USD\",\"paymentMethod\":\"pm\"} x"
            })
    void bad_input_is_400_with_a_code_and_says_nothing_of_the_inside(String body) {
        place("alice", aKey(), body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", notNullValue())
                .body("correlationId", notNullValue())
                .body("detail", not(containsString("io.swiftcart")))
                .body("stack", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/orders/not-an-id",
                "/api/v1/orders?limit=0",
                "/api/v1/orders?limit=201",
                "/api/v1/orders?limit=x",
                "/api/v1/orders?cursor=%21%21",
                "/api/v1/orders?from=yesterday",
                "/api/v1/orders?status=NICE",
                "/api/v1/orders?sku=%00"
            })
    void a_malformed_address_is_400(String path) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(io.swiftcart.stack.testing.Tokens.of("alice"))
                .get(path)
                .then()
                .statusCode(400)
                .body("code", notNullValue());
    }

    @Test
    void a_wrong_media_type_method_or_address_is_a_problem() {
        as("alice")
                .contentType("text/plain")
                .header("Idempotency-Key", aKey())
                .body("x")
                .post("/api/v1/orders")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
        as("alice").delete("/api/v1/orders").then().statusCode(405).header("Allow", notNullValue());
        as("alice")
                .get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void only_a_service_may_ask_whom_to_write_to() {
        String id = place("alice", aKey(), lamps(1)).path("orderId");

        as("admin").get("/internal/orders/" + id + "/contact").then().statusCode(403);
        given().get("/internal/orders/" + id + "/contact").then().statusCode(401);
    }
}
