package io.swiftcart.catalog;

import static io.swiftcart.catalog.Catalogue.aCategory;
import static io.swiftcart.catalog.Catalogue.aProduct;
import static io.swiftcart.catalog.Catalogue.anonymous;
import static io.swiftcart.catalog.Catalogue.manager;
import static io.swiftcart.catalog.Catalogue.word;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.catalog.Catalogue.ProductBuilder;
import io.swiftcart.catalog.Catalogue.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SearchComponentTest {
    private static final String SEARCH = "/api/v1/search";

    @Test
    void a_product_is_found_by_name_description_attribute_and_sku() {
        String name = word();
        String told = word();
        String colour = word();
        Stored mug =
                aProduct()
                        .named("Mug " + name)
                        .with("description", "Said to be " + told + " by all.")
                        .with("attributes", Map.of("colour", colour))
                        .stored();

        for (String q : List.of(name, told, colour, mug.sku(), "mug " + colour)) {
            assertEquals(List.of("Mug " + name), names(q), q);
        }
        assertEquals(List.of(), names(name + " teapot"));
    }

    @Test
    void case_accents_and_word_forms_do_not_matter() {
        String make = word();
        aProduct().named("Café crème brûlée dishes " + make).isThere();

        for (String q : List.of("cafe", "CREME BRULEE", "dish", "Brûlée!", "dishes,crème")) {
            assertEquals(1, names(q + " " + make).size(), q);
        }
    }

    @Test
    void a_word_may_be_begun_or_misspelt() {
        String make = word();
        aProduct().named("Stainless " + make + " kettle").isThere();

        assertEquals(1, names(make.substring(0, 8)).size());
        assertEquals(1, names("x" + make).size());
        assertEquals(1, names(make.substring(1)).size());
        assertEquals(1, names(swapped(make)).size());
        assertEquals(1, names("stainles ketle " + make).size());
        assertEquals(1, names("stainless keetle " + make).size());
    }

    @Test
    void the_best_match_comes_first() {
        String make = word();
        aProduct().named("Lid").with("description", "Fits the " + make + " pan.").isThere();
        aProduct().named(make + " pan").isThere();
        aProduct().named("Case for the large " + make + " pan, quilted").isThere();

        assertEquals(
                List.of(make + " pan", "Case for the large " + make + " pan, quilted", "Lid"),
                names(make + " pan"));
    }

    @Test
    void pages_hold_in_every_sort() {
        String make = word();
        for (int i = 1; i <= 7; i++) {
            aProduct().named(make + " " + "bowl ".repeat(i % 3 + 1)).priced(100L * i).isThere();
        }

        List<String> whole = all(make, null, 200);
        assertEquals(7, Set.copyOf(whole).size());
        for (int limit = 1; limit <= 8; limit++) {
            assertEquals(whole, all(make, null, limit));
            assertEquals(whole, all(make, "relevance", limit));
        }
        assertEquals(all(make, "price", 200), all(make, "-price", 2).reversed());
        assertEquals(all(make, "createdAt", 3), all(make, "price", 3));
    }

    @Test
    void a_change_and_a_withdrawal_are_seen_at_once() {
        String before = word();
        String after = word();
        ProductBuilder body = aProduct().named(before);
        Stored product = body.stored();

        manager()
                .header("If-Match", product.etag())
                .body(body.named(after).body())
                .put(product.path())
                .then()
                .statusCode(200);
        assertEquals(List.of(), names(before));
        assertEquals(List.of(after), names(after));
        manager().delete(product.path()).then().statusCode(204);

        assertEquals(List.of(), names(after));
        assertEquals(List.of(), manager().queryParam("q", after).get(SEARCH).path("items.name"));
    }

    @Test
    void a_facet_counts_the_whole_result_under_the_other_filters() {
        String make = word();
        String root = aCategory("Root", null);
        String leaf = aCategory("Leaf", root);
        String other = aCategory("Other", null);
        facetted(make, leaf, 500, "blue");
        facetted(make, leaf, 1500, "blue");
        facetted(make, leaf, 1600, "red");
        facetted(make, other, 700, "red");

        Response all = search(Map.of("q", make, "limit", "1"));
        all.then()
                .body("items", hasSize(1))
                .body("facets.category", hasSize(3))
                .body("facets.category.find { it.value == '" + root + "' }.count", equalTo(3))
                .body("facets.category.find { it.value == '" + leaf + "' }.count", equalTo(3))
                .body("facets.category.find { it.value == '" + other + "' }.count", equalTo(1))
                .body("facets.price", hasSize(2))
                .body("facets.price[0].from", equalTo(0))
                .body("facets.price[0].to", equalTo(999))
                .body("facets.price[0].count", equalTo(2))
                .body("facets.price[1].count", equalTo(2))
                .body("facets.inStock", hasSize(1))
                .body("facets.inStock[0].value", equalTo(false))
                .body("facets.inStock[0].count", equalTo(4))
                .body("facets.attributes.colour", hasSize(2))
                .body("facets.attributes.size", hasSize(1));

        Response narrowed = search(Map.of("q", make, "category", root, "attribute", "colour:blue"));
        narrowed.then()
                .body("items", hasSize(2))
                .body("facets.category.find { it.value == '" + root + "' }.count", equalTo(2))
                .body("facets.category", hasSize(2))
                .body("facets.attributes.colour", hasSize(2))
                .body("facets.attributes.colour.find { it.value == 'red' }.count", equalTo(1))
                .body("facets.attributes.size[0].count", equalTo(2))
                .body("facets.price.count", equalTo(List.of(1, 1)));
        search(Map.of("q", make, "maxPrice", "999"))
                .then()
                .body("items", hasSize(2))
                .body("facets.price.count", equalTo(List.of(2, 2)))
                .body("facets.attributes.colour.count", equalTo(List.of(1, 1)));
        search(Map.of("q", make, "inStock", "true"))
                .then()
                .body("items", hasSize(0))
                .body("facets.inStock[0].count", equalTo(4))
                .body("facets.category", hasSize(0));
    }

    @Test
    void of_one_attribute_any_value_and_of_several_all_must_fit() {
        String make = word();
        String category = aCategory("Any", null);
        facetted(make, category, 500, "blue");
        facetted(make, category, 600, "red");
        facetted(make, category, 700, "green");

        Response answer =
                anonymous()
                        .queryParam("q", make)
                        .queryParam("sort", "price")
                        .queryParam("attribute", "colour:blue", "colour:red", "size:12")
                        .get(SEARCH);

        assertEquals(List.of(500, 600), answer.path("items.price"));
        assertEquals(List.of(1, 1, 1), answer.path("facets.attributes.colour.count"));
    }

    @Test
    void nothing_asked_is_everything_and_no_word_asked_is_nothing() {
        aProduct().isThere();

        assertTrue(search(Map.of()).<List<?>>path("items").size() >= 1);
        search(Map.of("q", "", "sort", "relevance", "limit", "1"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        search(Map.of("q", "?! …")).then().statusCode(200).body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "the",
                "' or 1=1 --",
                "a & b | !c",
                "\\",
                "'''",
                "x:*",
                "(",
                "%",
                "a\tb",
                "日本語",
                "😀",
                "--",
                "1e5",
                "mug' | 'x",
                "e\u0301clair",
                "0x00",
                "1.2.3-4"
            })
    void anything_may_be_asked(String q) {
        search(Map.of("q", q)).then().statusCode(200);
        anonymous().queryParam("q", q).get(SEARCH + "/suggest").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%00",
                "q=a%00b",
                "q=%01",
                "limit=0",
                "limit=201",
                "q=a&limit=x",
                "q=mug&cursor=nonsense",
                "q=mug&cursor=AAAA",
                "q=mug&sort=price&cursor=cmVsZXZhbmNl",
                "q=mug&sort=colour",
                "q=mug&category=mugs",
                "q=mug&minPrice=-1",
                "q=mug&inStock=maybe",
                "q=mug&attribute=colour",
                "q=mug&attribute=:blue",
                "q=mug&attribute=colour:%00"
            })
    void a_malformed_parameter_is_the_callers_mistake(String query) {
        Refusal.of(anonymous().urlEncodingEnabled(false).get(SEARCH + "?" + query), 400);
    }

    @Test
    void a_question_has_a_length() {
        search(Map.of("q", "ä".repeat(200))).then().statusCode(200);
        Refusal.of(search(Map.of("q", "ä".repeat(201))), 400);
        Refusal.of(anonymous().queryParam("q", "a".repeat(201)).get(SEARCH + "/suggest"), 400);
    }

    @Test
    void suggestions_are_names_that_go_on_with_what_is_typed() {
        String make = word();
        aProduct().named(make + " spoon").isThere();
        aProduct().named(make + " Spoon").isThere();
        aProduct().named("Fork by " + make).with("description", "no spoon").isThere();
        aProduct().named("Lid").with("description", make).isThere();

        assertEquals(2, suggested(make.substring(0, 7)).size());
        assertEquals(
                List.of(make + " spoon"),
                suggested(make + " sp").stream().map(String::toLowerCase).toList());
        assertEquals(2, suggested(swapped(make)).size());
        assertEquals(List.of(), suggested(""));
        assertEquals(List.of(), suggested("..."));
        anonymous().get(SEARCH + "/suggest").then().statusCode(200).body("items", hasSize(0));
    }

    private static void facetted(String make, String category, long price, String colour) {
        aProduct()
                .named(make + " thing")
                .in(category)
                .priced(price)
                .with("attributes", Map.of("colour", colour, "size", 12))
                .isThere();
    }

    private static String swapped(String word) {
        return word.substring(0, 3) + word.charAt(4) + word.charAt(3) + word.substring(5);
    }

    private static Response search(Map<String, String> parameters) {
        return anonymous().queryParams(parameters).get(SEARCH);
    }

    private static List<String> names(String q) {
        Response answer = search(Map.of("q", q));
        answer.then().statusCode(200);
        return answer.path("items.name");
    }

    private static List<String> suggested(String q) {
        return anonymous().queryParam("q", q).get(SEARCH + "/suggest").path("items");
    }

    private static List<String> all(String q, @Nullable String sort, int limit) {
        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            Response page =
                    anonymous()
                            .queryParam("q", q)
                            .queryParam("limit", limit)
                            .queryParams(sort == null ? Map.of() : Map.of("sort", sort))
                            .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                            .get(SEARCH);
            page.then().statusCode(200);
            found.addAll(page.path("items.id"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return found;
    }
}
