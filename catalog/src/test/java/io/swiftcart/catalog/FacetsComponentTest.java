package io.swiftcart.catalog;

import static io.swiftcart.catalog.Catalogue.aCategory;
import static io.swiftcart.catalog.Catalogue.aProduct;
import static io.swiftcart.catalog.Catalogue.anonymous;
import static io.swiftcart.catalog.Catalogue.word;
import static io.swiftcart.catalog.Searches.SEARCH;
import static io.swiftcart.catalog.Searches.search;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FacetsComponentTest {
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

    private static void facetted(String make, String category, long price, String colour) {
        aProduct()
                .named(make + " thing")
                .in(category)
                .priced(price)
                .with("attributes", Map.of("colour", colour, "size", 12))
                .isThere();
    }
}
