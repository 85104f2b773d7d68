package io.swiftcart.catalog;

import static io.swiftcart.catalog.Catalogue.PRODUCTS;
import static io.swiftcart.catalog.Catalogue.aProduct;
import static io.swiftcart.catalog.Catalogue.anonymous;
import static io.swiftcart.catalog.Catalogue.as;
import static io.swiftcart.catalog.Catalogue.manager;
import static io.swiftcart.catalog.Catalogue.readAsManager;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.catalog.Catalogue.ProductBuilder;
import io.swiftcart.catalog.Catalogue.Stored;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WithdrawnProductsComponentTest {

    @Test
    void a_sku_belongs_to_one_product_even_after_it_is_withdrawn() {
        Stored mug = aProduct().stored();
        aProduct()
                .with("sku", mug.sku())
                .post()
                .then()
                .statusCode(409)
                .body("code", equalTo("sku-taken"));

        manager().delete(mug.path()).then().statusCode(204);

        aProduct()
                .with("sku", mug.sku())
                .post()
                .then()
                .statusCode(409)
                .body("code", equalTo("sku-taken"))
                .body("retryable", equalTo(false))
                .body("errors[0].pointer", equalTo("/sku"));
    }

    @Test
    void a_withdrawn_product_is_gone_for_the_public_and_inactive_for_managers() {
        Stored mug = aProduct().stored();

        manager().delete(mug.path()).then().statusCode(204).body(equalTo(""));

        anonymous().get(mug.path()).then().statusCode(404);
        as("alice").get(mug.path()).then().statusCode(404);
        anonymous().header("If-None-Match", "\"2\"").get(mug.path()).then().statusCode(404);
        anonymous().get(PRODUCTS + "/by-sku/" + mug.sku()).then().statusCode(404);
        readAsManager(mug.id())
                .then()
                .statusCode(200)
                .body("active", equalTo(false))
                .body("version", equalTo(2));
        as("admin")
                .get(PRODUCTS + "/by-sku/" + mug.sku())
                .then()
                .statusCode(200)
                .body("active", equalTo(false));
    }

    @Test
    void withdrawing_twice_is_the_same_as_once() {
        Stored mug = aProduct().stored();

        manager().delete(mug.path()).then().statusCode(204);
        manager().delete(mug.path()).then().statusCode(204);

        readAsManager(mug.id()).then().body("version", equalTo(2));
    }

    @Test
    void a_withdrawn_product_comes_back_when_a_manager_says_so() {
        ProductBuilder body = aProduct();
        Stored mug = body.stored();
        manager().delete(mug.path()).then().statusCode(204);

        change(mug, "\"2\"", body.named("Renamed"))
                .then()
                .statusCode(200)
                .body("active", equalTo(false));
        change(mug, "\"3\"", body.with("active", true))
                .then()
                .statusCode(200)
                .body("active", equalTo(true));

        anonymous().get(mug.path()).then().statusCode(200).body("name", equalTo("Renamed"));
    }

    private static Response change(Stored product, @Nullable String tag, ProductBuilder body) {
        return (tag == null ? manager() : manager().header("If-Match", tag))
                .body(body.body())
                .put(product.path());
    }
}
