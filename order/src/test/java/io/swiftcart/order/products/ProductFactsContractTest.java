package io.swiftcart.order.products;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.order.domain.pricing.TaxCategory;
import io.swiftcart.order.pricing.Product;
import io.swiftcart.platform.contract.EventContract;
import io.swiftcart.platform.json.StrictJson;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductFactsContractTest {
    private static final String PRODUCT =
            "{\"product\":{\"sku\":\"SKU-1\",\"name\":\"Lamp\",\"price\":1,\"currency\":\"USD\","
                    + "\"active\":true,\"version\":1}}";

    private final ObjectMapper json = tolerant();

    @Test
    void every_product_fact_is_understood() throws IOException {
        Map<String, byte[]> examples = EventContract.of("catalog.products.v1").examples();

        assertFalse(examples.isEmpty());
        for (byte[] example : examples.values()) {
            JsonNode told = json.readTree(example).path("product");

            ProductChanged.State state = json.readValue(example, ProductChanged.class).product();

            Product product = state.toDomain();
            assertEquals(told.path("sku").asText(), product.sku());
            assertEquals(told.path("name").asText(), product.name());
            assertEquals(told.path("price").asLong(), product.price().minorUnits());
            assertEquals(
                    told.path("currency").asText(), product.price().currency().getCurrencyCode());
            assertEquals(told.path("active").asBoolean(), product.active());
            assertEquals(told.path("version").asLong(), state.version());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sku", "name", "price", "currency", "active", "version"})
    void a_fact_that_lacks_what_is_needed_cannot_be_read(String member) {
        String lacking = PRODUCT.replaceAll("\"" + member + "\":[^,}]+,?", "").replace(",}", "}");

        assertThrows(
                JsonProcessingException.class, () -> json.readValue(lacking, ProductChanged.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"product\":null}", "{\"product\":1}", "[]", "x"})
    void a_fact_without_a_product_cannot_be_read(String fact) {
        assertThrows(
                JsonProcessingException.class, () -> json.readValue(fact, ProductChanged.class));
    }

    @Test
    void a_currency_that_does_not_exist_cannot_be_read() {
        assertThrows(
                JsonProcessingException.class,
                () -> json.readValue(PRODUCT.replace("USD", "ZZZ"), ProductChanged.class));
    }

    @ParameterizedTest
    @CsvSource({
        "'{}',500,STANDARD",
        "'{\"attributes\":{}}',500,STANDARD",
        "'{\"weightGrams\":340}',340,STANDARD",
        "'{\"attributes\":{\"weightGrams\":\"1200\"}}',1200,STANDARD",
        "'{\"attributes\":{\"weightGrams\":1200}}',1200,STANDARD",
        "'{\"attributes\":{\"weightGrams\":\"heavy\"}}',500,STANDARD",
        "'{\"attributes\":{\"taxCategory\":\"reduced\"}}',500,REDUCED",
        "'{\"attributes\":{\"taxCategory\":\"zero\"}}',500,ZERO",
        "'{\"attributes\":{\"taxCategory\":\"other\"}}',500,STANDARD",
    })
    void weight_and_tax_category_are_attributes_with_a_default(
            String more, int grams, TaxCategory category) throws IOException {
        String fact = PRODUCT.replace("\"version\":1}", "\"version\":1," + more.substring(1));

        Product product =
                json.readValue(fact.replace(",}", "}"), ProductChanged.class).product().toDomain();

        assertEquals(grams, product.weightGrams());
        assertEquals(category, product.taxCategory());
    }

    /** As the platform reads facts. */
    private static ObjectMapper tolerant() {
        ObjectMapper mapper = new ObjectMapper();
        new StrictJson().customize(mapper);
        return mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
