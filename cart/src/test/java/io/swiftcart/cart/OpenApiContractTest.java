package io.swiftcart.cart;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.platform.contract.OpenApiContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Needs the service to be built, which writes down what it serves. */
@QuarkusTest
class OpenApiContractTest {

    @Test
    void the_contract_says_what_the_service_serves() throws IOException {
        OpenApiContract.holds("cart");
    }

    @ParameterizedTest
    @EnumSource
    void every_problem_of_the_cart_is_in_the_contract(CartProblem problem) throws IOException {
        String agreed = Files.readString(Path.of("../contracts/openapi/cart.yaml"));

        assertTrue(agreed.contains(problem.code()), problem.code());
    }
}
