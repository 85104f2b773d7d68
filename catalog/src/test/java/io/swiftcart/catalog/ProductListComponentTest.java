package io.swiftcart.catalog;

import static io.swiftcart.catalog.Catalogue.PRODUCTS;
import static io.swiftcart.catalog.Catalogue.aCategory;
import static io.swiftcart.catalog.Catalogue.aProduct;
import static io.swiftcart.catalog.Catalogue.anonymous;
import static io.swiftcart.catalog.Catalogue.manager;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProductListComponentTest {

    @ParameterizedTest
    @CsvSource({
        "name, apple Banana Cherry date Éclair",
        "-name, Éclair date Cherry Banana apple",
        "price, Cherry apple date Banana Éclair",
        "-price, Éclair Banana date apple Cherry",
        "createdAt, apple Cherry Éclair Banana date",
        "-createdAt, date Banana Éclair Cherry apple",
    })
    void every_sort_holds_across_pages(String sort, String names) {
        String category = aCategory("Fruit", null);
        aProduct().in(category).named("apple").priced(200).isThere();
        aProduct().in(category).named("Cherry").priced(100).isThere();
        aProduct().in(category).named("Éclair").priced(500).isThere();
        aProduct().in(category).named("Banana").priced(400).isThere();
        aProduct().in(category).named("date").priced(300).isThere();

        for (int limit = 1; limit <= 6; limit++) {
            assertEquals(
                    List.of(names.split(" ")), allNames(category, sort, limit), "limit " + limit);
        }
    }

    @Test
    void equal_keys_are_neither_lost_nor_repeated() {
        String category = aCategory("Twins", null);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ids.add(aProduct().in(category).stored().id());
        }
        ids.sort(null);

        for (String sort : List.of("price", "name", "rating", "-price", "-rating")) {
            List<String> expected = sort.startsWith("-") ? ids.reversed() : ids;
            assertEquals(expected, all(category, sort, 3, "id"), sort);
        }
    }

    @Test
    void the_newest_come_first_when_nothing_is_said() {
        String category = aCategory("News", null);
        aProduct().in(category).named("Older").isThere();
        aProduct().in(category).named("Newer").isThere();

        assertEquals(List.of("Newer", "Older"), allNames(category, null, 50));
    }

    @Test
    void a_category_is_listed_with_all_below_it() {
        String root = aCategory("Root", null);
        String leaf = aCategory("Leaf", aCategory("Middle", root));
        aProduct().in(root).named("Above").isThere();
        aProduct().in(leaf).named("Below").isThere();
        aProduct().named("Elsewhere").isThere();

        assertEquals(List.of("Above", "Below"), allNames(root, "name", 50));
        assertEquals(List.of("Below"), allNames(leaf, "name", 50));
        assertEquals(List.of(), allNames(UUID.randomUUID().toString(), "name", 50));
    }

    @ParameterizedTest
    @CsvSource({
        "minPrice=100, 100 200 300",
        "minPrice=101, 200 300",
        "maxPrice=300, 100 200 300",
        "maxPrice=299, 100 200",
        "minPrice=200&maxPrice=200, 200",
        "minPrice=0&maxPrice=999999999999999, 100 200 300"
    })
    void prices_are_bounded_on_both_sides(String query, String prices) {
        String category = aCategory("Priced", null);
        List.of(300, 100, 200).forEach(price -> aProduct().in(category).priced(price).isThere());

        Response answer =
                anonymous().get(PRODUCTS + "?sort=price&category=" + category + "&" + query);

        List<Integer> found = answer.path("items.price");
        assertEquals(List.of(prices.split(" ")), found.stream().map(String::valueOf).toList());
    }

    @Test
    void withdrawn_products_are_listed_for_managers_alone() {
        String category = aCategory("Mixed", null);
        aProduct().in(category).named("Sold").isThere();
        manager()
                .delete(aProduct().in(category).named("Withdrawn").stored().path())
                .then()
                .statusCode(204);

        assertEquals(List.of("Sold"), allNames(category, "name", 50));
        assertEquals(
                List.of("Sold", "Withdrawn"),
                manager().get(PRODUCTS + "?sort=name&category=" + category).path("items.name"));
    }

    @Test
    void the_last_page_has_no_cursor_and_unknown_parameters_do_not_matter() {
        String category = aCategory("One", null);
        aProduct().in(category).isThere();

        Response answer = anonymous().get(PRODUCTS + "?limit=1&colour=blue&category=" + category);

        answer.then().statusCode(200).body("items", hasSize(1));
        assertTrue(answer.asString().contains("\"nextCursor\":null"), answer.asString());
    }

    @Test
    void a_page_has_fifty_products_unless_said_otherwise() {
        String category = aCategory("Many", null);
        for (int i = 0; i < 51; i++) {
            aProduct().in(category).isThere();
        }

        anonymous().get(PRODUCTS + "?category=" + category).then().body("items", hasSize(50));
        anonymous()
                .get(PRODUCTS + "?limit=200&category=" + category)
                .then()
                .body("items", hasSize(51));
        anonymous()
                .get(PRODUCTS)
                .then()
                .statusCode(200)
                .body("items.size()", lessThanOrEqualTo(50));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=-1",
                "limit=ten",
                "limit=1.5",
                "limit=99999999999999999999",
                "cursor=nonsense",
                "cursor=%00",
                "cursor=AAAA",
                "cursor=cHJpY2U",
                "sort=colour",
                "sort=relevance",
                "sort=-",
                "sort=price,name",
                "sort=price desc",
                "category=mugs",
                "category=1-1-1-1-1",
                "minPrice=-1",
                "minPrice=cheap",
                "minPrice=1.5",
                "maxPrice=1e3",
                "maxPrice=9999999999999999999",
                "inStock=yes",
                "inStock=TRUE"
            })
    void a_malformed_parameter_is_the_callers_mistake(String query) {
        anonymous()
                .urlEncodingEnabled(false)
                .get(PRODUCTS + "?" + query.replace(" ", "%20"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void an_empty_parameter_is_as_good_as_none() {
        anonymous()
                .get(PRODUCTS + "?category=&minPrice=&maxPrice=&inStock=&sort=&limit=&cursor=")
                .then()
                .statusCode(200);
    }

    @Test
    void a_cursor_belongs_to_the_order_that_handed_it_out() {
        String category = aCategory("Two", null);
        aProduct().in(category).isThere();
        aProduct().in(category).isThere();
        String cursor =
                anonymous()
                        .get(PRODUCTS + "?sort=price&limit=1&category=" + category)
                        .path("nextCursor");

        anonymous().get(PRODUCTS + "?sort=price&cursor=" + cursor).then().statusCode(200);
        anonymous().get(PRODUCTS + "?sort=name&cursor=" + cursor).then().statusCode(400);
        anonymous()
                .get(PRODUCTS + "?sort=-price&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-request"));
    }

    private static List<String> allNames(String category, @Nullable String sort, int limit) {
        return all(category, sort, limit, "name");
    }

    private static List<String> all(
            String category, @Nullable String sort, int limit, String member) {
        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            Response page =
                    anonymous()
                            .queryParam("category", category)
                            .queryParam("limit", limit)
                            .queryParams(sort == null ? Map.of() : Map.of("sort", sort))
                            .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                            .get(PRODUCTS)
                            .then()
                            .statusCode(200)
                            .extract()
                            .response();
            found.addAll(page.path("items." + member));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return found;
    }
}
