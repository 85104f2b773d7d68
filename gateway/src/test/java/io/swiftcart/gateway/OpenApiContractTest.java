package io.swiftcart.gateway;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.platform.contract.OpenApiContract;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiContractTest {

    @Test
    void the_contract_says_what_the_gateway_serves_by_itself() throws IOException {
        OpenApiContract.holds("gateway");
    }
}
