package io.swiftcart.catalog.purchases;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.swiftcart.platform.contract.EventContract;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OrderConfirmedContractTest {
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void every_example_of_order_is_understood() throws IOException {
        for (byte[] example : EventContract.of("orders.confirmed.v1").examples().values()) {
            assertFalse(JSON.readValue(example, OrderConfirmed.class).order().items().isEmpty());
        }
    }
}
