package io.swiftcart.cart.products;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.cart.domain.Product;
import io.swiftcart.platform.contract.EventContract;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductChangedContractTest {
    private static final ObjectMapper TOLERANT =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void every_example_of_the_catalogue_is_understood() throws IOException {
        Map<String, byte[]> examples = EventContract.of("catalog.products.v1").examples();

        for (byte[] example : examples.values()) {
            Product product =
                    TOLERANT.readValue(example, ProductChanged.class).product().toDomain();
            assertTrue(product.price().minorUnits() >= 1);
            assertTrue(product.version() >= 1);
        }
        Product withdrawn =
                TOLERANT.readValue(examples.get("withdrawn.json"), ProductChanged.class)
                        .product()
                        .toDomain();
        assertEquals("SKU-123", withdrawn.sku());
        assertEquals(false, withdrawn.active());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"product\": null}",
                "{\"product\": {\"sku\": \"A-1\", \"price\": 1, \"currency\": \"USD\", \"version\": 1}}",
                "{\"product\": {\"sku\": \"A-1\", \"name\": \"A\", \"price\": 0, \"currency\": \"USD\", \"version\": 1}}",
                "{\"product\": {\"sku\": \"A-1\", \"name\": \"A\", \"price\": 1, \"currency\": \"?\", \"version\": 1}}"
            })
    void a_fact_that_makes_no_sense_does_not_parse(String fact) {
        assertThrows(
                JsonProcessingException.class,
                () -> TOLERANT.readValue(fact, ProductChanged.class));
    }
}
