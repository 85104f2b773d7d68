package io.swiftcart.catalog;

import static io.restassured.RestAssured.given;
import static io.swiftcart.catalog.Catalogue.CATEGORIES;
import static io.swiftcart.catalog.Catalogue.PRODUCTS;
import static io.swiftcart.catalog.Catalogue.aCategory;
import static io.swiftcart.catalog.Catalogue.aProduct;
import static io.swiftcart.catalog.Catalogue.anonymous;
import static io.swiftcart.catalog.Catalogue.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.swiftcart.catalog.Catalogue.Stored;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RolesComponentTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/categories",
        "PUT, /api/v1/categories/{id}",
        "DELETE, /api/v1/categories/{id}",
        "POST, /api/v1/products",
        "PUT, /api/v1/products/{id}",
        "DELETE, /api/v1/products/{id}",
        "GET, /api/v1/products/{id}/price-history",
        "GET, /api/v1/products/export",
        "GET, /api/v1/products/imports/{id}",
        "GET, /api/v1/products/imports/{id}/errors"
    })
    void nobody_but_a_manager_writes(Method method, String path) {
        String address = path.replace("{id}", UUID.randomUUID().toString());

        anonymous()
                .body(Map.of("name", "X"))
                .header("If-Match", "\"1\"")
                .request(method, address)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("code", equalTo("unauthenticated"))
                .body("correlationId", notNullValue());
        for (String user : new String[] {"alice", "bob", "loadtest"}) {
            as(user).body(Map.of("name", "X"))
                    .header("If-Match", "\"1\"")
                    .request(method, address)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("forbidden"));
        }
    }

    @Test
    void an_admin_may_all_that_a_manager_may() {
        String category =
                as("admin")
                        .body(Map.of("name", "Admin's " + UUID.randomUUID()))
                        .post(CATEGORIES)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        Map<String, Object> body =
                Map.of(
                        "sku",
                        "ADMIN-" + Catalogue.unique(),
                        "name",
                        "X",
                        "price",
                        1,
                        "currency",
                        "USD",
                        "categoryId",
                        category);
        String product =
                as("admin").body(body).post(PRODUCTS).then().statusCode(201).extract().path("id");

        as("admin")
                .header("If-Match", "\"1\"")
                .body(body)
                .put(PRODUCTS + "/" + product)
                .then()
                .statusCode(200);
        as("admin").delete(PRODUCTS + "/" + product).then().statusCode(204);
        as("admin")
                .header("If-Match", "\"1\"")
                .body(Map.of("name", "Y"))
                .put(CATEGORIES + "/" + category)
                .then()
                .statusCode(200);
        String empty = aCategory("Empty", null);
        as("admin").delete(CATEGORIES + "/" + empty).then().statusCode(204);
    }

    @Test
    void everybody_reads() {
        Stored product = aProduct().stored();
        String category = aCategory("Read", null);

        for (String path :
                new String[] {
                    CATEGORIES,
                    CATEGORIES + "/" + category,
                    PRODUCTS,
                    product.path(),
                    PRODUCTS + "/by-sku/" + product.sku()
                }) {
            anonymous().get(path).then().statusCode(200);
            as("alice").get(path).then().statusCode(200);
            as("loadtest").get(path).then().statusCode(200);
            as("manager").get(path).then().statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forged",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSIsImdyb3VwcyI6WyJtYW5hZ2VyIl19."
            })
    void a_forged_token_opens_nothing_not_even_a_public_page(String token) {
        for (String path : new String[] {CATEGORIES, PRODUCTS}) {
            given().auth()
                    .oauth2(token)
                    .get(path)
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("unauthenticated"));
        }
    }

    @Test
    void what_is_not_there_is_a_problem_too() {
        anonymous()
                .get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        as("manager")
                .patch(PRODUCTS)
                .then()
                .statusCode(405)
                .header("Allow", containsString("GET"))
                .body("code", equalTo("method-not-allowed"));
    }
}
