package io.swiftcart.inventory;

import static io.restassured.RestAssured.given;
import static io.swiftcart.inventory.Shelves.INVENTORY;
import static io.swiftcart.inventory.Shelves.RESERVATIONS;
import static io.swiftcart.inventory.Shelves.aSkuWith;
import static io.swiftcart.inventory.Shelves.anonymous;
import static io.swiftcart.inventory.Shelves.as;
import static io.swiftcart.inventory.Shelves.order;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.swiftcart.inventory.Shelves.Wish;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RolesComponentTest {
    private static final String SOME_ORDER = "0192f0c1-7a00-7000-8000-000000000042";

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/inventory",
        "POST, /api/v1/inventory",
        "GET, /api/v1/inventory/low-stock",
        "GET, /api/v1/inventory/reconciliation",
        "GET, /internal/inventory/reservations",
        "POST, /internal/inventory/orders/" + SOME_ORDER + "/restock",
        "GET, /api/v1/inventory/SKU-1",
        "PUT, /api/v1/inventory/SKU-1/stock",
        "GET, /api/v1/inventory/SKU-1/movements",
        "POST, /api/v1/inventory/reservations",
        "POST, /api/v1/inventory/reservations/" + SOME_ORDER + "/commit",
        "POST, /api/v1/inventory/reservations/" + SOME_ORDER + "/release"
    })
    void stock_is_for_its_keepers(Method method, String path) {
        anonymous()
                .body("{}")
                .request(method, path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("code", equalTo("unauthenticated"))
                .body("correlationId", notNullValue());
        for (String user : List.of("alice", "loadtest")) {
            as(user).body("{}")
                    .request(method, path)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("forbidden"));
        }
    }

    @Test
    void the_order_service_reserves_and_settles_but_does_not_read() {
        String sku = aSkuWith(5);
        Wish wish = order().of(sku, 1);

        as("order").body(wish.body()).post(RESERVATIONS).then().statusCode(201);
        as("order").post(RESERVATIONS + "/" + wish.orderId() + "/commit").then().statusCode(200);
        as("order").post(RESERVATIONS + "/" + wish.orderId() + "/release").then().statusCode(409);

        as("order").get(INVENTORY + "/" + sku).then().statusCode(403);
    }

    @Test
    void an_admin_may_all_that_a_manager_may() {
        String sku = aSkuWith(5);

        for (String path : List.of("", "/low-stock", "/" + sku, "/" + sku + "/movements")) {
            as("admin").get(INVENTORY + path).then().statusCode(200);
        }
        as("admin").body(order().of(sku, 1).body()).post(RESERVATIONS).then().statusCode(201);
    }

    @Test
    void availability_is_for_everybody() {
        String sku = aSkuWith(5);

        anonymous().get(INVENTORY + "/availability?sku=" + sku).then().statusCode(200);
        as("alice").get(INVENTORY + "/availability?sku=" + sku).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forged",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSIsImdyb3VwcyI6WyJtYW5hZ2VyIl19."
            })
    void a_forged_token_opens_nothing_not_even_a_public_page(String token) {
        for (String path : List.of(INVENTORY, INVENTORY + "/availability?sku=SKU-1")) {
            given().auth()
                    .oauth2(token)
                    .get(path)
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("unauthenticated"));
        }
    }
}
