package io.swiftcart.order.waking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.platform.contract.EventContract;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentFactsContractTest {
    private final ObjectMapper json =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @ParameterizedTest
    @ValueSource(strings = {"payments.succeeded.v1", "payments.failed.v1"})
    void every_payment_fact_is_understood(String topic) throws IOException {
        Map<String, byte[]> examples = EventContract.of(topic).examples();

        assertFalse(examples.isEmpty());
        for (byte[] example : examples.values()) {
            assertEquals(
                    json.readTree(example).at("/payment/orderId").asText(),
                    json.readValue(example, PaymentSettled.class).payment().orderId().toString());
        }
    }
}
