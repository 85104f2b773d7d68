package io.swiftcart.payment;

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

    private static final Path AGREED = Path.of("../contracts/openapi/payment.yaml");

    @Test
    void the_contract_says_what_the_service_serves() throws IOException {
        OpenApiContract.holds("payment");
    }

    @ParameterizedTest
    @EnumSource
    void every_problem_of_payment_is_in_the_contract(PaymentProblem problem) throws IOException {
        assertTrue(Files.readString(AGREED).contains(problem.code()), problem.code());
    }
}
