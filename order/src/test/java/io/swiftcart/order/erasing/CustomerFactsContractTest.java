package io.swiftcart.order.erasing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.platform.contract.EventContract;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomerFactsContractTest {
    private final ObjectMapper json =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void every_fact_of_an_erased_customer_is_understood() throws IOException {
        Map<String, byte[]> examples = EventContract.of("customers.erased.v1").examples();

        assertFalse(examples.isEmpty());
        for (byte[] example : examples.values()) {
            CustomerErased fact = json.readValue(example, CustomerErased.class);
            assertEquals(json.readTree(example).path("customerId").asText(), fact.customerId());
            assertEquals(
                    json.readTree(example).path("eventId").asText(), fact.eventId().toString());
        }
    }
}
