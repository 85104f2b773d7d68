package io.swiftcart.catalog.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource({
        "Enamel mug, enamel-mug",
        "  Enamel   mug! , enamel-mug",
        "Crème brûlée, creme-brulee",
        "Ångström №5, angstrom-no5",
        "C++ & Java, c-java",
        "--, otherwise",
        "日本, otherwise"
    })
    void a_name_becomes_words_with_hyphens_between(String name, String slug) {
        assertEquals(slug, Slug.of(name, "otherwise"));
    }

    @Test
    void a_long_name_is_cut_at_the_longest_slug() {
        assertEquals(Slug.MAX_LENGTH - 1, Slug.of("a".repeat(Slug.MAX_LENGTH - 1), "x").length());
        assertEquals(Slug.MAX_LENGTH, Slug.of("a".repeat(Slug.MAX_LENGTH), "x").length());
        assertEquals(Slug.MAX_LENGTH, Slug.of("a".repeat(Slug.MAX_LENGTH + 1), "x").length());
    }

    @Test
    void a_cut_never_leaves_a_hyphen_at_the_end() {
        String cutAtTheHyphen = "a".repeat(Slug.MAX_LENGTH - 1) + " b";

        assertEquals("a".repeat(Slug.MAX_LENGTH - 1), Slug.of(cutAtTheHyphen, "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Enamel mug", "№ 5 — a  b", "ＦＵＬＬ width", "a_b.c", "İstanbul", "ß"})
    void what_is_made_is_always_a_slug(String name) {
        assertTrue(Slug.of(name, "otherwise").matches(Slug.PATTERN));
    }
}
