package io.swiftcart.inventory.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.swiftcart.inventory.domain.Lines.Line;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SoldLinesTest {
    private static final Lines SOLD = Lines.of(List.of(new Line("CUP", 2), new Line("MUG", 3)));

    @Test
    void units_come_back_up_to_what_was_sold() {
        SoldLines nothingBack = new SoldLines(SOLD, Map.of());

        SoldLines some = nothingBack.returning(lines("MUG", 2)).orElseThrow();
        SoldLines all = some.returning(lines("MUG", 1)).orElseThrow();

        assertArrayEquals(new Integer[] {0, 2}, some.backByLine());
        assertArrayEquals(new Integer[] {0, 3}, all.backByLine());
        assertEquals(Optional.empty(), all.returning(lines("MUG", 1)));
    }

    @Test
    void what_was_not_sold_does_not_come_back() {
        assertEquals(Optional.empty(), new SoldLines(SOLD, Map.of()).returning(lines("POT", 1)));
    }

    private static Lines lines(String sku, int qty) {
        return Lines.of(List.of(new Line(sku, qty)));
    }
}
