package io.swiftcart.catalog.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    @ParameterizedTest
    @CsvSource({
        "mug, mug, 0",
        "mugg, mug, 1",
        "mg, mug, 1",
        "mub, mug, 1",
        "mgu, mug, 1",
        "kettel, kettle, 1",
        "enamal, enamel, 1",
        "cofffe, coffee, 1",
        "abc, '', 3"
    })
    void slips_are_letters_put_in_left_out_replaced_or_swapped(
            String typed, String meant, int slips) {
        assertEquals(slips, Likeness.slips(typed, meant));
        assertEquals(slips, Likeness.slips(meant, typed));
    }

    @Test
    void a_short_word_may_have_one_slip_and_a_long_one_two() {
        assertEquals(List.of("mug"), Likeness.nearest("mgu", List.of("rug", "mug", "jug")));
        assertEquals(List.of(), Likeness.nearest("mxyz", List.of("mug")));
        assertEquals(List.of(), Likeness.nearest("knief", List.of("knock")));
        assertEquals(List.of("teapot"), Likeness.nearest("taepto", List.of("teapot")));
        assertEquals(List.of(), Likeness.nearest("taxpts", List.of("teapot")));
    }

    @Test
    void what_is_too_short_or_a_number_is_taken_at_its_word() {
        assertEquals(List.of(), Likeness.nearest("mu", List.of("mug")));
        assertEquals(List.of(), Likeness.nearest("00018", List.of("00017")));
    }

    @Test
    void only_the_nearest_are_meant_and_at_most_three() {
        assertEquals(
                List.of("bat", "cat", "hat"),
                Likeness.nearest("xat", List.of("bat", "cat", "hat", "mat", "chat")));
        assertEquals(List.of(), Likeness.nearest("xat", List.of()));
    }
}
