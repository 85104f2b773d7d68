package io.swiftcart.catalog;

import static io.swiftcart.catalog.Catalogue.aProduct;
import static io.swiftcart.catalog.Catalogue.anonymous;
import static io.swiftcart.catalog.Catalogue.word;
import static io.swiftcart.catalog.Searches.SEARCH;
import static io.swiftcart.catalog.Searches.swapped;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SuggestionsComponentTest {
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

    private static List<String> suggested(String q) {
        return anonymous().queryParam("q", q).get(SEARCH + "/suggest").path("items");
    }
}
