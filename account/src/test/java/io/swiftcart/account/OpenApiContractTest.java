package io.swiftcart.account;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.platform.contract.OpenApiContract;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiContractTest {

    @Test
    void the_contract_says_what_account_serves() throws IOException {
        OpenApiContract.holds("account");
    }
}
