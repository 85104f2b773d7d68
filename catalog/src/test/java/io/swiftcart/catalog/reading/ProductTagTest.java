package io.swiftcart.catalog.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductTagTest {

    @Test
    void the_tag_names_the_version_and_the_stock_once_it_is_known() {
        assertEquals("\"3\"", new ProductTag(3, 0).text());
        assertEquals("\"3.1\"", new ProductTag(3, 1).text());
    }

    @Test
    void a_reader_has_it_already_only_when_both_are_the_same() {
        assertTrue(new ProductTag(3, 17).isIn("\"3.17\""));
        assertTrue(new ProductTag(3, 17).isIn("\"1\", W/\"3.17\""));
        assertTrue(new ProductTag(3, 17).isIn("*"));
        assertFalse(new ProductTag(3, 17).isIn("\"3.16\""));
        assertFalse(new ProductTag(3, 17).isIn("\"3\""));
        assertFalse(new ProductTag(3, 17).isIn(null));
        assertFalse(new ProductTag(3, 17).isIn(""));
    }

    @Test
    void a_writer_is_bound_to_the_version_alone() {
        assertEquals(3, ProductTag.required("\"3\""));
        assertEquals(3, ProductTag.required("\"3.17\""));
        assertEquals(3, ProductTag.required(" \"3.17\" "));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void a_writer_without_a_tag_is_asked_for_one(@Nullable String ifMatch) {
        assertEquals(428, statusOf(ifMatch));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3",
                "*",
                "W/\"3\"",
                "\"x\"",
                "\"3.\"",
                "\"3.1.1\"",
                "\"3\", \"4\"",
                "\"99999999999999999999\""
            })
    void a_tag_that_was_never_ours_is_stale(String ifMatch) {
        assertEquals(412, statusOf(ifMatch));
    }

    private static int statusOf(@Nullable String ifMatch) {
        return assertThrows(Problem.class, () -> ProductTag.required(ifMatch)).code().status();
    }
}
