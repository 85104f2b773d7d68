package io.swiftcart.catalog;

import static io.swiftcart.catalog.Catalogue.PRODUCTS;
import static io.swiftcart.catalog.Catalogue.aProduct;
import static io.swiftcart.catalog.Catalogue.manager;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadProductsComponentTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("wrongMembers")
    void a_product_with_a_wrong_member_is_refused(String member) throws JsonProcessingException {
        ObjectNode product = JSON.valueToTree(aProduct().body());
        product.setAll((ObjectNode) JSON.readTree("{" + member + "}"));

        Refusal.of(manager().body(product.toString()).post(PRODUCTS), 400);
    }

    static Stream<String> wrongMembers() {
        return Stream.concat(
                """
                "sku": ""
                "sku": "A"
                "sku": "-SKU"
                "sku": "sku-1"
                "sku": "SKU 1"
                "sku": "SKU\\u0000"
                "sku": 12
                "name": ""
                "name": "  "
                "name": "a\\u0000b"
                "name": "a\\u001fb"
                "name": "line\\nbreak"
                "name": 7
                "name": []
                "slug": ""
                "slug": "Upper"
                "slug": "a--b"
                "slug": "-a"
                "description": 1
                "description": "a\\u0000b"
                "price": 0
                "price": -1
                "price": 1.5
                "price": 12.0
                "price": "1299"
                "price": true
                "price": [1]
                "price": 1000000000001
                "price": 9223372036854775808
                "currency": ""
                "currency": "usd"
                "currency": "US"
                "currency": "ZZZ"
                "currency": 840
                "categoryId": "mugs"
                "categoryId": ""
                "categoryId": 1
                "categoryId": "1-1-1-1-1"
                "imageUrl": "mug.jpg"
                "imageUrl": "javascript:alert(1)"
                "imageUrl": "ftp://x/y"
                "imageUrl": "https://a b"
                "active": "true"
                "active": 1
                "attributes": "none"
                "attributes": []
                "attributes": {"nested": {"a": 1}}
                "attributes": {"list": [1]}
                "attributes": {"": "blank"}
                "attributes": {"weightGrams": 0}
                "attributes": {"weightGrams": 1.5}
                "attributes": {"weightGrams": "340"}
                "attributes": {"taxCategory": "free"}
                "attributes": {"digits": 1234567890123456789}
                "unknown": 1
                "id": "0192f0c1-7a00-7000-8000-000000000001"
                "version": 1
                "available": 5\
                """
                        .lines(),
                Stream.of(
                        "\"sku\": \"%s\"".formatted("A".repeat(65)),
                        "\"name\": \"%s\"".formatted("x".repeat(201)),
                        "\"slug\": \"%s\"".formatted("a".repeat(101)),
                        "\"description\": \"%s\"".formatted("x".repeat(10_001)),
                        "\"imageUrl\": \"https://%s\"".formatted("a".repeat(2048)),
                        "\"attributes\": {\"%s\": 1}".formatted("x".repeat(65)),
                        "\"attributes\": {\"long\": \"%s\"}".formatted("x".repeat(501))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\\ud800\": 1}",
                "{\"a\\u0000\": 1}",
                "{\"a\": \"\\ud800\"}",
                "{\"a\": \"\\u0000\"}",
                "{\"a\": 1e400}",
                "{\"a\": 1e999999999}",
                "{\"a\": 123456789012345678901234567890}",
                "{\"a\": null}",
                "{\"a\": 1, \"a\": 2}"
            })
    void attributes_that_cannot_be_kept_are_refused(String attributes)
            throws JsonProcessingException {
        String product = JSON.writeValueAsString(aProduct().without("attributes").body());
        String open = product.substring(0, product.length() - 1);

        Refusal.of(manager().body(open + ", \"attributes\": " + attributes + "}").post(PRODUCTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sku", "name", "price", "currency", "categoryId"})
    void a_product_without_a_needed_member_is_refused(String member) {
        Map<String, @Nullable Object> body = aProduct().body();
        body.put(member, null);
        Refusal.of(manager().body(body).post(PRODUCTS), 400);

        body.remove(member);
        Refusal.of(manager().body(body).post(PRODUCTS), 400);
    }

    @Test
    void the_widest_values_are_kept() {
        aProduct()
                .with("sku", ("A" + Catalogue.unique()).repeat(5).substring(0, 64))
                .with("name", "x".repeat(200))
                .with("slug", "a".repeat(100))
                .with("description", "é".repeat(10_000))
                .with("price", 1_000_000_000_000L)
                .with("attributes", Map.of("x".repeat(64), "y".repeat(500), "n", 123456789012345L))
                .post()
                .then()
                .statusCode(201)
                .body("price", equalTo(1_000_000_000_000L))
                .body("attributes.n", equalTo(123456789012345L));
    }

    @Test
    void the_finding_points_at_its_place() {
        aProduct()
                .priced(0)
                .post()
                .then()
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors[0].pointer", equalTo("/price"))
                .body("errors[0].detail", notNullValue());
        aProduct()
                .with("attributes", Map.of("colours", List.of("red")))
                .post()
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/attributes/colours"));
    }
}
