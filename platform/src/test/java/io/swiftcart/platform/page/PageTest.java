package io.swiftcart.platform.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.platform.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @Test
    void a_limit_is_50_unless_said() {
        assertEquals(50, Limit.of(null).value());
        assertEquals(1, Limit.of("1").value());
        assertEquals(200, Limit.of("200").value());
        assertEquals(201, Limit.of("200").plusOne());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "201", "-1", "+1", "1.0", "x", " 1", "1000", "٣"})
    void a_limit_outside_1_to_200_is_refused(String raw) {
        assertEquals(400, assertThrows(Problem.class, () -> Limit.of(raw)).code().status());
    }

    @Test
    void a_cursor_gives_back_what_it_was_made_of() {
        String cursor = Cursor.encode("Größe, ü|", 5, "");

        assertEquals(List.of("Größe, ü|", "5", ""), Cursor.decode(cursor, 3));
        assertEquals(List.of(), Cursor.decode(null, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@@", "AAAA", "", "_w", "YQ"})
    void a_cursor_that_was_not_handed_out_is_refused(String cursor) {
        assertEquals(
                400, assertThrows(Problem.class, () -> Cursor.decode(cursor, 2)).code().status());
    }

    @Test
    void a_cursor_with_a_nul_is_refused() {
        String cursor =
                Base64.getUrlEncoder().encodeToString("a\0b".getBytes(StandardCharsets.UTF_8));

        assertThrows(Problem.class, () -> Cursor.decode(cursor, 1));
    }

    @Test
    void the_row_too_many_tells_that_there_is_a_next_page() {
        Limit two = Limit.of("2");

        assertEquals(new Page<>(List.of("a", "b"), "after b"), page(two, "a", "b", "c"));
        assertEquals(new Page<>(List.of("a", "b"), null), page(two, "a", "b"));
        assertNull(page(two).nextCursor());
    }

    @Test
    void the_last_page_says_so_in_json() throws IOException {
        ObjectMapper json =
                new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

        assertEquals(
                "{\"items\":[],\"nextCursor\":null}",
                json.writeValueAsString(page(Limit.of(null))));
    }

    private static Page<String> page(Limit limit, String... read) {
        return Page.of(List.of(read), limit, last -> "after " + last);
    }
}
