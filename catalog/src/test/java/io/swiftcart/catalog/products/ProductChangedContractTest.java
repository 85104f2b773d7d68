package io.swiftcart.catalog.products;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.swiftcart.catalog.reading.ProductView;
import io.swiftcart.platform.outbox.Fact;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProductChangedContractTest {
    private static final Path CONTRACT = Path.of("../contracts/events/catalog.products.v1/v1");
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void what_is_told_is_what_was_agreed() throws IOException {
        for (boolean active : List.of(true, false)) {
            Fact fact = ProductChanged.about(aProduct(active));

            assertEquals(Set.of(), Set.copyOf(schema().validate(JSON.valueToTree(fact.payload()))));
        }
    }

    @Test
    void the_fact_goes_by_its_sku_and_one_event_id() {
        ProductView product = aProduct(true);

        Fact fact = ProductChanged.about(product);

        JsonNode payload = JSON.valueToTree(fact.payload());
        assertEquals("catalog.products.v1", fact.topic());
        assertEquals("io.swiftcart.catalog.products.v1", fact.type());
        assertEquals(product.sku(), fact.key());
        assertEquals(product.sku(), fact.subject());
        assertEquals(fact.id().toString(), payload.get("eventId").asText());
        assertEquals(fact.time().toString(), payload.get("occurredAt").asText());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_is_valid_and_one_that_could_be_told(Path example) throws IOException {
        assertEquals(Set.of(), Set.copyOf(schema().validate(JSON.readTree(example.toFile()))));
    }

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(CONTRACT.resolve("examples"))) {
            return files.sorted().toList();
        }
    }

    private static JsonSchema schema() throws IOException {
        JsonNode schema = JSON.readTree(CONTRACT.resolve("schema.json").toFile());
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
    }

    private static ProductView aProduct(boolean active) {
        Instant now = Instant.parse("2026-11-20T12:34:56.123456Z");
        return new ProductView(
                UUID.fromString("0192f0c1-7c00-7000-8000-000000000001"),
                "SKU-123",
                "Enamel mug",
                "enamel-mug",
                "Holds tea",
                1299,
                "USD",
                UUID.fromString("0192f0c1-7c00-7000-8000-0000000000aa"),
                Map.of("colour", "blue"),
                null,
                active,
                7,
                BigDecimal.valueOf(450, 2),
                2,
                3,
                now,
                now,
                17);
    }
}
