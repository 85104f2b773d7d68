package io.swiftcart.catalog.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StockUpdatedTest {
    private static final ObjectMapper TOLERANT =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void what_the_catalogue_does_not_use_is_ignored() throws JsonProcessingException {
        String fact =
                """
                {"eventId": "1", "stock": {"sku": "SKU-1", "onHand": 9, "reserved": 2, "available": 7, "version": 3}}
                """;

        assertEquals(
                new StockUpdated(new StockUpdated.Stock("SKU-1", 7, 3)),
                TOLERANT.readValue(fact, StockUpdated.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"stock\": null}",
                "{\"stock\": {\"available\": 1, \"version\": 1}}",
                "{\"stock\": {\"sku\": \"SKU-1\", \"available\": -1, \"version\": 1}}",
                "{\"stock\": {\"sku\": \"SKU-1\", \"available\": 1, \"version\": 0}}",
                "{\"stock\": {\"sku\": \"SKU-1\", \"available\": \"many\", \"version\": 1}}"
            })
    void a_fact_that_makes_no_sense_does_not_parse(String fact) {
        assertThrows(
                JsonProcessingException.class, () -> TOLERANT.readValue(fact, StockUpdated.class));
    }
}
