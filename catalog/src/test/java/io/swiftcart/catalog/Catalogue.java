package io.swiftcart.catalog;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.swiftcart.stack.testing.Tokens;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Speaks to the service over HTTP as a manager does, and makes what a test needs to find there. */
final class Catalogue {
    static final String CATEGORIES = "/api/v1/categories";
    static final String PRODUCTS = "/api/v1/products";

    private Catalogue() {}

    static RequestSpecification anonymous() {
        return given().contentType(ContentType.JSON);
    }

    static RequestSpecification as(String user) {
        return anonymous().auth().oauth2(Tokens.of(user));
    }

    static RequestSpecification manager() {
        return as("manager");
    }

    /** Adds a category and gives its id. */
    static String aCategory(String name, @Nullable String parentId) {
        Map<String, Object> category = new HashMap<>(Map.of("name", name + " " + unique()));
        if (parentId != null) {
            category.put("parentId", parentId);
        }
        return manager()
                .body(category)
                .post(CATEGORIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static ProductBuilder aProduct() {
        return new ProductBuilder();
    }

    static Response readAsManager(String productId) {
        return manager().get(PRODUCTS + "/" + productId);
    }

    /** Text that no other test has, in capitals and digits. */
    static String unique() {
        String random = UUID.randomUUID().toString().replace("-", "");
        return random.substring(0, 12).toUpperCase(Locale.ROOT);
    }

    /** A word of twelve letters that no other test has, and that nobody would take for another. */
    static String word() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .substring(20)
                .chars()
                .map(digit -> 'a' + (Character.digit(digit, 16) * 3 + digit % 2) % 26)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A valid product, but for what a test says of it. */
    static final class ProductBuilder {
        private final Map<String, @Nullable Object> members = new HashMap<>();

        private ProductBuilder() {
            members.put("sku", "SKU-" + unique());
            members.put("name", "Enamel mug");
            members.put("price", 1299);
            members.put("currency", "USD");
        }

        ProductBuilder with(String member, @Nullable Object value) {
            members.put(member, value);
            return this;
        }

        ProductBuilder without(String member) {
            members.remove(member);
            return this;
        }

        ProductBuilder in(String categoryId) {
            return with("categoryId", categoryId);
        }

        ProductBuilder named(String name) {
            return with("name", name);
        }

        ProductBuilder priced(long price) {
            return with("price", price);
        }

        Map<String, @Nullable Object> body() {
            if (!members.containsKey("categoryId")) {
                members.put("categoryId", aCategory("Mugs", null));
            }
            return members;
        }

        /** Posts it and gives the answer, whatever it is. */
        Response post() {
            return manager().body(body()).post(PRODUCTS);
        }

        /** Posts it, and that is all. */
        void isThere() {
            post().then().statusCode(201);
        }

        /** Posts it and gives the stored product. */
        Stored stored() {
            Response answer = post().then().statusCode(201).extract().response();
            return new Stored(answer.path("id"), answer.path("sku"), answer.header("ETag"));
        }
    }

    /** What a test remembers of a product that it has made. */
    record Stored(String id, String sku, String etag) {
        String path() {
            return PRODUCTS + "/" + id;
        }
    }
}
