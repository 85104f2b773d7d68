package io.swiftcart.catalog;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.platform.contract.OpenApiContract;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class OpenApiContractTest {
    @Test
    void the_contract_says_what_the_service_serves() throws IOException {
        OpenApiContract.holds("catalog");
    }

    @ParameterizedTest
    @EnumSource
    void every_problem_of_the_catalogue_is_in_the_contract(CatalogProblem problem)
            throws IOException {
        assertTrue(agreed().contains(problem.code()), problem.code());
    }

    private static String agreed() throws IOException {
        try (InputStream contract =
                OpenApiContractTest.class.getResourceAsStream("/contracts/openapi/catalog.yaml")) {
            return new String(
                    Objects.requireNonNull(contract).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
