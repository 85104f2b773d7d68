package io.swiftcart.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTest {

    @Test
    void a_tag_is_the_quoted_version() {
        assertEquals("\"7\"", ETags.of(7));
        assertEquals(7, ETags.required(" \"7\" "));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void a_change_without_a_tag_is_428(String ifMatch) {
        assertEquals(428, statusOf(ifMatch));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "7", "W/\"7\"", "\"x\"", "\"1\", \"2\"", "\"9999999999999999999\""})
    void a_tag_that_was_never_ours_is_412(String ifMatch) {
        assertEquals(412, statusOf(ifMatch));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "*", "\"1\", \"7\"", "W/\"7\"", " \"7\" "})
    void a_reader_who_has_it_gets_304(String ifNoneMatch) {
        assertTrue(ETags.matches(ifNoneMatch, 7));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "\"8\"", "7", "\"77\""})
    void a_reader_who_does_not_have_it_gets_it(String ifNoneMatch) {
        assertFalse(ETags.matches(ifNoneMatch, 7));
    }

    private static int statusOf(String ifMatch) {
        return assertThrows(Problem.class, () -> ETags.required(ifMatch)).code().status();
    }
}
