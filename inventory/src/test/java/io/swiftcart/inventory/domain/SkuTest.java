package io.swiftcart.inventory.domain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkuTest {

    @ParameterizedTest
    @ValueSource(strings = {"A1", "SKU-123", "9-", "0A-B-C"})
    void capitals_digits_and_hyphens_make_a_sku(String text) {
        assertTrue(Sku.isValid(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "-A", "sku-1", "SKU 1", "SKU_1", "SKU-1\n", "SKÜ"})
    void other_text_does_not(String text) {
        assertFalse(Sku.isValid(text));
    }

    @Test
    void it_has_at_most_64_characters() {
        assertTrue(Sku.isValid("A".repeat(64)));
        assertFalse(Sku.isValid("A".repeat(65)));
    }
}
