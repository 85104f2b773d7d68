package io.swiftcart.inventory.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.swiftcart.inventory.domain.Lines.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void lines_are_sorted_by_sku_as_the_database_sorts_them() {
        Lines lines =
                Lines.of(
                        List.of(
                                new Line("B-1", 1),
                                new Line("A1", 2),
                                new Line("A-1", 3),
                                new Line("9", 4)));

        assertArrayEquals(new String[] {"9", "A-1", "A1", "B-1"}, lines.skus());
        assertArrayEquals(new Integer[] {4, 3, 2, 1}, lines.quantities());
    }

    @Test
    void one_sku_on_two_lines_is_summed() {
        Lines lines = Lines.of(List.of(new Line("MUG", 2), new Line("CUP", 1), new Line("MUG", 3)));

        assertEquals(List.of(new Line("CUP", 1), new Line("MUG", 5)), lines.all());
    }

    @Test
    void the_same_wish_in_another_order_is_equal() {
        assertEquals(
                Lines.of(List.of(new Line("MUG", 2), new Line("CUP", 1))),
                Lines.of(List.of(new Line("CUP", 1), new Line("MUG", 1), new Line("MUG", 1))));
    }

    @Test
    void a_sum_beyond_all_bounds_is_refused_and_not_wrapped() {
        List<Line> lines = List.of(new Line("MUG", Integer.MAX_VALUE), new Line("MUG", 1));

        assertThrows(ArithmeticException.class, () -> Lines.of(lines));
    }
}
