package io.swiftcart.inventory.settling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.swiftcart.platform.contract.EventContract;
import io.swiftcart.platform.json.StrictJson;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderFactsContractTest {
    private final ObjectMapper json = tolerant();

    @Test
    void every_confirmed_order_is_understood() throws IOException {
        for (byte[] example : EventContract.of("orders.confirmed.v1").examples().values()) {
            JsonNode told = json.readTree(example);

            OrderConfirmed fact = json.readValue(example, OrderConfirmed.class);

            assertEquals(UUID.fromString(told.at("/eventId").asText()), fact.eventId());
            assertEquals(told.at("/order/orderId").asText(), fact.orderId().toString());
            assertEquals(told.at("/order/items").size(), fact.lines().all().size());
            assertFalse(fact.lines().all().isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders.failed.v1", "orders.cancelled.v1"})
    void every_order_that_came_to_nothing_is_understood(String topic) throws IOException {
        for (byte[] example : EventContract.of(topic).examples().values()) {
            JsonNode told = json.readTree(example);

            OrderEnded fact = json.readValue(example, OrderEnded.class);

            assertEquals(UUID.fromString(told.at("/eventId").asText()), fact.eventId());
            assertEquals(told.at("/order/orderId").asText(), fact.orderId().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"eventId\":\"0192f0c1-7b00-7000-8000-000000000003\"}",
                "{\"order\":{\"orderId\":\"0192f0c1-7a00-7000-8000-000000000042\",\"items\":[]}}",
                "{\"eventId\":\"0192f0c1-7b00-7000-8000-000000000003\",\"order\":{\"items\":[]}}",
                "{\"eventId\":\"0192f0c1-7b00-7000-8000-000000000003\",\"order\":null}",
                "{\"eventId\":\"3\",\"order\":{\"orderId\":\"0192f0c1-7a00-7000-8000-000000000042\",\"items\":[]}}"
            })
    void a_fact_that_lacks_what_is_needed_cannot_be_read(String fact) {
        assertThrows(
                JsonProcessingException.class, () -> json.readValue(fact, OrderConfirmed.class));
        assertThrows(JsonProcessingException.class, () -> json.readValue(fact, OrderEnded.class));
    }

    /** As the platform reads facts. */
    private static ObjectMapper tolerant() {
        ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new StrictJson().customize(mapper);
        return mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
