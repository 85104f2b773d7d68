package io.swiftcart.catalog;

import static io.restassured.RestAssured.given;
import static io.swiftcart.catalog.Catalogue.CATEGORIES;
import static io.swiftcart.catalog.Catalogue.PRODUCTS;
import static io.swiftcart.catalog.Catalogue.anonymous;
import static io.swiftcart.catalog.Catalogue.manager;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.stack.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadInputComponentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "1",
                "\"text\"",
                "{\"name\":}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":\"a\"} x",
                "{\"name\":\"a\", \"price\": 1e400}",
                "{\"name\":\"a\", \"price\": 99999999999999999999}",
                "{'name':'a'}",
                "{\"name\":\"a\", \"attributes\": {\"x\": 1e999999}}",
                "{\"name\":\"a\", \"attributes\": {\"x\": null}}",
                "\u0000"
            })
    void a_body_that_is_no_request_is_refused(String body) {
        Refusal.of(manager().body(body).post(PRODUCTS));
        Refusal.of(manager().body(body).post(CATEGORIES));
    }

    @ParameterizedTest
    @MethodSource("wrongCategories")
    void a_wrong_category_is_refused(String json) {
        Refusal.of(manager().body(json).post(CATEGORIES));
    }

    static Stream<String> wrongCategories() {
        return Stream.of(
                "{}",
                "{\"name\": null}",
                "{\"name\": \"\"}",
                "{\"name\": 1}",
                "{\"name\": \"" + "x".repeat(101) + "\"}",
                "{\"name\": \"a\\u0000b\"}",
                "{\"name\": \"a\\ud800b\"}",
                "{\"name\": \"a\", \"slug\": \"Not A Slug\"}",
                "{\"name\": \"a\", \"description\": \"" + "x".repeat(1001) + "\"}",
                "{\"name\": \"a\", \"parentId\": \"root\"}",
                "{\"name\": \"a\", \"parentId\": 1}",
                "{\"name\": \"a\", \"children\": []}",
                "{\"name\": \"a\", \"\\u0000\": 1}");
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        byte[] body = "{\"name\":\"caf_\"}".getBytes(StandardCharsets.ISO_8859_1);
        body[12] = (byte) 0xe9;

        Refusal.of(manager().body(body).post(CATEGORIES));
    }

    @Test
    void deep_nesting_is_refused() {
        Refusal.of(manager().body("{\"attributes\":" + "[".repeat(1_100)).post(PRODUCTS));
    }

    @Test
    void a_body_beyond_the_limit_is_refused() {
        manager()
                .body("{\"name\":\"" + "x".repeat(1_100_000) + "\"}")
                .post(CATEGORIES)
                .then()
                .statusCode(413)
                .body("code", equalTo("payload-too-large"));
    }

    @Test
    void another_media_type_is_refused() {
        given().auth()
                .oauth2(Tokens.of("manager"))
                .contentType("text/plain")
                .body("name=a")
                .post(CATEGORIES)
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mug",
                "1",
                "1-1-1-1-1",
                "0192f0c1-7a00-7000-8000-00000000000",
                "%00",
                "..%2f..",
                "' or 1=1 --"
            })
    void a_malformed_id_is_refused(String id) {
        for (String path : new String[] {PRODUCTS, CATEGORIES}) {
            String address = path + "/" + id.replace(" ", "%20").replace("'", "%27");
            Refusal.of(anonymous().urlEncodingEnabled(false).get(address));
            Refusal.of(manager().urlEncodingEnabled(false).delete(address));
        }
    }

    @Test
    void a_nul_in_a_sku_address_finds_nothing() {
        Refusal.of(anonymous().urlEncodingEnabled(false).get(PRODUCTS + "/by-sku/SKU%00"));
    }
}
