package io.swiftcart.catalog;

import static io.swiftcart.catalog.Catalogue.PRODUCTS;
import static io.swiftcart.catalog.Catalogue.aCategory;
import static io.swiftcart.catalog.Catalogue.aProduct;
import static io.swiftcart.catalog.Catalogue.anonymous;
import static io.swiftcart.catalog.Catalogue.manager;
import static io.swiftcart.catalog.Catalogue.unique;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.catalog.Catalogue.ProductBuilder;
import io.swiftcart.catalog.Catalogue.Stored;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProductsComponentTest {

    @Test
    void a_new_product_is_answered_whole_with_its_place_and_tag() {
        String category = aCategory("Mugs", null);
        String sku = "MUG-" + unique();

        Response answer =
                aProduct()
                        .in(category)
                        .with("sku", sku)
                        .with("description", "Holds tea")
                        .with(
                                "attributes",
                                Map.of("colour", "blue", "litres", 0.35, "dishwasher", true))
                        .with("imageUrl", "https://images.example.com/mug.jpg")
                        .post();

        answer.then()
                .statusCode(201)
                .header("Location", equalTo(PRODUCTS + "/" + answer.path("id")))
                .header("ETag", equalTo("\"1\""))
                .body("sku", equalTo(sku))
                .body("name", equalTo("Enamel mug"))
                .body("slug", equalTo("enamel-mug"))
                .body("description", equalTo("Holds tea"))
                .body("price", equalTo(1299))
                .body("currency", equalTo("USD"))
                .body("categoryId", equalTo(category))
                .body("attributes.colour", equalTo("blue"))
                .body("attributes.litres", equalTo(0.35f))
                .body("attributes.dishwasher", equalTo(true))
                .body("imageUrl", equalTo("https://images.example.com/mug.jpg"))
                .body("active", equalTo(true))
                .body("available", equalTo(0))
                .body("version", equalTo(1))
                .body("createdAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"))
                .body("updatedAt", equalTo(answer.path("createdAt")));
    }

    @Test
    void everybody_reads_a_product_by_id_and_by_sku() {
        Stored mug = aProduct().stored();

        for (String path : new String[] {mug.path(), PRODUCTS + "/by-sku/" + mug.sku()}) {
            anonymous()
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("ETag", equalTo(mug.etag()))
                    .body("id", equalTo(mug.id()))
                    .body("sku", equalTo(mug.sku()))
                    .body("imageUrl", nullValue());
        }
    }

    @Test
    void an_unchanged_product_is_not_sent_again() {
        Stored mug = aProduct().stored();

        for (String path : new String[] {mug.path(), PRODUCTS + "/by-sku/" + mug.sku()}) {
            anonymous()
                    .header("If-None-Match", mug.etag())
                    .get(path)
                    .then()
                    .statusCode(304)
                    .body(equalTo(""));
            anonymous().header("If-None-Match", "\"9\"").get(path).then().statusCode(200);
        }
    }

    @Test
    void a_change_replaces_the_product_and_counts_on() {
        ProductBuilder body =
                aProduct().with("description", "Old").with("attributes", Map.of("colour", "blue"));
        Stored mug = body.stored();

        change(
                        mug,
                        mug.etag(),
                        body.named("Steel mug")
                                .priced(1499)
                                .without("description")
                                .without("attributes"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("id", equalTo(mug.id()))
                .body("name", equalTo("Steel mug"))
                .body("price", equalTo(1499))
                .body("slug", equalTo("enamel-mug"))
                .body("description", equalTo(""))
                .body("attributes", equalTo(Map.of()))
                .body("version", equalTo(2));

        anonymous()
                .get(mug.path())
                .then()
                .header("ETag", equalTo("\"2\""))
                .body("name", equalTo("Steel mug"));
    }

    @Test
    void a_change_needs_the_current_tag() {
        ProductBuilder body = aProduct();
        Stored mug = body.stored();
        change(mug, mug.etag(), body.named("Second")).then().statusCode(200);

        change(mug, null, body.named("Third"))
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-required"));
        change(mug, mug.etag(), body)
                .then()
                .statusCode(412)
                .body("code", equalTo("precondition-failed"));
        change(mug, "*", body).then().statusCode(412);
        change(mug, "2", body).then().statusCode(412);
        anonymous()
                .get(mug.path())
                .then()
                .body("name", equalTo("Second"))
                .body("version", equalTo(2));
    }

    @Test
    void the_sku_of_a_product_never_changes() {
        ProductBuilder body = aProduct();
        Stored mug = body.stored();

        change(mug, mug.etag(), body.with("sku", "OTHER-" + unique()))
                .then()
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors[0].pointer", equalTo("/sku"));
        change(mug, mug.etag(), body.without("sku"))
                .then()
                .statusCode(200)
                .body("sku", equalTo(mug.sku()));
    }

    @Test
    void a_new_product_needs_a_sku() {
        aProduct()
                .without("sku")
                .post()
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/sku"));
    }

    @Test
    void an_unknown_category_is_refused() {
        ProductBuilder body = aProduct();
        Stored mug = body.stored();
        ProductBuilder lost = body.in(UUID.randomUUID().toString());

        change(mug, mug.etag(), lost)
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-category"));
        lost.with("sku", "SKU-" + unique())
                .post()
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-category"))
                .body("errors[0].pointer", equalTo("/categoryId"));
    }

    @Test
    void an_unknown_product_is_not_found() {
        String nowhere = PRODUCTS + "/" + UUID.randomUUID();

        anonymous().get(nowhere).then().statusCode(404).body("code", equalTo("not-found"));
        anonymous().get(PRODUCTS + "/by-sku/NO-SUCH-SKU").then().statusCode(404);
        anonymous().get(PRODUCTS + "/by-sku/no sku at all").then().statusCode(404);
        manager().delete(nowhere).then().statusCode(404);
        manager()
                .header("If-Match", "\"1\"")
                .body(aProduct().body())
                .put(nowhere)
                .then()
                .statusCode(404);
    }

    private static Response change(Stored product, @Nullable String tag, ProductBuilder body) {
        return (tag == null ? manager() : manager().header("If-Match", tag))
                .body(body.body())
                .put(product.path());
    }
}
