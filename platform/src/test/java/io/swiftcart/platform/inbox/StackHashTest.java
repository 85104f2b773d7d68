package io.swiftcart.platform.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StackHashTest {

    @Test
    void the_same_defect_has_the_same_hash_whatever_its_data() {
        String first = StackHash.of(defect("of alice"));

        assertTrue(first.matches("[0-9a-f]{16}"), first);
        assertEquals(first, StackHash.of(defect("of bob")));
    }

    @Test
    void another_type_place_or_cause_is_another_defect() {
        String first = StackHash.of(defect("x"));

        assertNotEquals(first, StackHash.of(new IllegalStateException("x")));
        assertNotEquals(first, StackHash.of(new IllegalArgumentException("x", defect("x"))));
    }

    private static IllegalArgumentException defect(String data) {
        return new IllegalArgumentException(data);
    }
}
