package io.swiftcart.catalog.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.swiftcart.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductSortTest {

    @ParameterizedTest
    @CsvSource({
        "name, p.name_key, asc, >",
        "-name, p.name_key, desc, <",
        "price, p.price, asc, >",
        "-createdAt, p.created_at, desc, <",
        "rating, p.rating, asc, >"
    })
    void each_sort_has_a_column_and_a_direction(
            String raw, String column, String direction, String comparison) {
        ProductSort sort = ProductSort.of(raw);

        assertEquals(column, sort.column());
        assertEquals(direction, sort.direction());
        assertEquals(comparison, sort.comparison());
    }

    @Test
    void the_newest_come_first_when_nothing_is_said() {
        assertEquals(ProductSort.of("-createdAt"), ProductSort.of(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "--name",
                "Name",
                "created_at",
                "relevance",
                "name;drop",
                "price,name"
            })
    void anything_else_is_the_callers_mistake(String raw) {
        assertEquals(400, assertThrows(Problem.class, () -> ProductSort.of(raw)).code().status());
    }

    @ParameterizedTest
    @CsvSource({
        "name, price, 1",
        "price, -price, 1",
        "price, price, abc",
        "price, price, 99999999999999999999",
        "rating, rating, 99999999999",
        "createdAt, createdAt, yesterday",
        "createdAt, createdAt, +999999999-12-31T23:59:59Z",
        "createdAt, createdAt, -0044-03-15T12:00:00Z"
    })
    void a_cursor_of_another_order_or_made_up_is_refused(
            String raw, String cursorOrder, String cursorKey) {
        ProductSort sort = ProductSort.of(raw);

        assertEquals(
                400,
                assertThrows(Problem.class, () -> sort.keyIn(cursorOrder, cursorKey))
                        .code()
                        .status());
    }

    @Test
    void a_cursor_key_comes_back_as_what_the_column_holds() {
        assertEquals("mug", ProductSort.of("name").keyIn("name", "mug"));
        assertEquals(1299L, ProductSort.of("-price").keyIn("-price", "1299"));
    }
}
