package io.swiftcart.catalog;

import static io.swiftcart.catalog.Catalogue.anonymous;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** Searches over HTTP as anybody does. */
final class Searches {
    static final String SEARCH = "/api/v1/search";

    private Searches() {}

    static Response search(Map<String, String> parameters) {
        return anonymous().queryParams(parameters).get(SEARCH);
    }

    static List<String> names(String q) {
        Response answer = search(Map.of("q", q));
        answer.then().statusCode(200);
        return answer.path("items.name");
    }

    /** The word with two letters in each other's place. */
    static String swapped(String word) {
        return word.substring(0, 3) + word.charAt(4) + word.charAt(3) + word.substring(5);
    }
}
