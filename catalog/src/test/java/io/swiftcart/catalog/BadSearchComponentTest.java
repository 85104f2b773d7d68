package io.swiftcart.catalog;

import static io.swiftcart.catalog.Catalogue.anonymous;
import static io.swiftcart.catalog.Searches.SEARCH;
import static io.swiftcart.catalog.Searches.search;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadSearchComponentTest {
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
}
