package io.swiftcart.catalog.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkuTest {

    @ParameterizedTest
    @ValueSource(strings = {"A1", "0-", "SKU-123", "MUG-BLUE"})
    void capitals_digits_and_hyphens_make_a_sku(String text) {
        assertTrue(Sku.isValid(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "-A", "sku-1", "SKU 1", "SKU_1", "SKÜ", "SKU-1\n", "SKU\0"})
    void anything_else_is_none(String text) {
        assertFalse(Sku.isValid(text));
    }

    @Test
    void a_sku_has_at_most_64_characters() {
        assertEquals(true, Sku.isValid("A".repeat(63)));
        assertEquals(true, Sku.isValid("A".repeat(64)));
        assertEquals(false, Sku.isValid("A".repeat(65)));
    }
}
