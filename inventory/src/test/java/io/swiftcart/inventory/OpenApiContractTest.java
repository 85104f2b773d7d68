package io.swiftcart.inventory;

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

/** Needs the service to be built, which writes down what it serves. */
@QuarkusTest
class OpenApiContractTest {

    @Test
    void the_contract_says_what_the_service_serves() throws IOException {
        OpenApiContract.holds("inventory");
    }

    @ParameterizedTest
    @EnumSource
    void every_problem_of_the_inventory_is_in_the_contract(InventoryProblem problem)
            throws IOException {
        try (InputStream contract =
                getClass().getResourceAsStream("/contracts/openapi/inventory.yaml")) {
            String agreed =
                    new String(
                            Objects.requireNonNull(contract).readAllBytes(),
                            StandardCharsets.UTF_8);
            assertTrue(agreed.contains(problem.code()), problem.code());
        }
    }
}
