package io.swiftcart.catalog;

import static io.swiftcart.catalog.Catalogue.aProduct;
import static io.swiftcart.catalog.Catalogue.anonymous;
import static io.swiftcart.catalog.Catalogue.manager;
import static io.swiftcart.catalog.Catalogue.word;
import static io.swiftcart.catalog.Searches.SEARCH;
import static io.swiftcart.catalog.Searches.names;
import static io.swiftcart.catalog.Searches.search;
import static io.swiftcart.catalog.Searches.swapped;
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

@QuarkusTest
class SearchComponentTest {
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
        aProduct().named("Stainless " + make + " kettle, tall, for milk").isThere();

        assertEquals(1, names(make.substring(0, 8)).size());
        assertEquals(1, names("x" + make).size());
        assertEquals(1, names(make.substring(1)).size());
        assertEquals(1, names(swapped(make)).size());
        assertEquals(1, names("stainles ketle " + make).size());
        assertEquals(1, names("stainless keetle " + make).size());
        for (String slip : List.of("yall", "tlal", "mlik", "milj")) {
            assertEquals(1, names(slip + " " + make).size(), slip);
        }
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
    void nothing_asked_is_everything_and_no_word_asked_is_nothing() {
        aProduct().isThere();

        assertTrue(search(Map.of()).<List<?>>path("items").size() >= 1);
        search(Map.of("q", "", "sort", "relevance", "limit", "1"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        search(Map.of("q", "?! …")).then().statusCode(200).body("items", hasSize(0));
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
