package io.swiftcart.catalog.availability;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.catalog.availability.StockUpdated.Stock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StockUpdatedContractTest {
    private static final Path EXAMPLES =
            Path.of("../contracts/events/inventory.stock-updated.v1/v1/examples");

    /** Tolerant of members it does not know, and of nothing else. */
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_of_inventory_is_understood(Path example) throws IOException {
        Stock stock = JSON.readValue(example.toFile(), StockUpdated.class).stock();

        assertTrue(stock.sku().matches("[A-Z0-9][A-Z0-9-]{1,63}"));
        assertTrue(stock.available() >= 0);
        assertTrue(stock.version() >= 1);
    }

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.sorted().toList();
        }
    }
}
