package io.swiftcart.order;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.platform.contract.OpenApiContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class OpenApiContractTest {

    private static final Path AGREED = Path.of("../contracts/openapi/order.yaml");

    @Test
    void the_contract_says_what_the_service_serves() throws IOException {
        OpenApiContract.holds("order");
    }

    @ParameterizedTest
    @EnumSource
    void every_problem_of_orders_is_in_the_contract(OrderProblem problem) throws IOException {
        assertTrue(Files.readString(AGREED).contains(problem.code()), problem.code());
    }
}
