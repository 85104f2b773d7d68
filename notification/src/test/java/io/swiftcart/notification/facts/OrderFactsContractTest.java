package io.swiftcart.notification.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.swiftcart.notification.deliveries.Kind;
import io.swiftcart.platform.contract.EventContract;
import io.swiftcart.platform.json.StrictJson;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderFactsContractTest {
    private final ObjectMapper json = tolerant();

    @ParameterizedTest
    @EnumSource
    void every_example_is_understood(Kind kind) throws IOException {
        Map<String, byte[]> examples = EventContract.of("orders." + kind.code() + ".v1").examples();
        assertFalse(examples.isEmpty());
        for (byte[] example : examples.values()) {
            JsonNode told = json.readTree(example);

            OrderFact fact = json.readValue(example, OrderFact.class);

            assertEquals(told.at("/eventId").asText(), fact.eventId().toString());
            assertEquals(told.at("/order/orderId").asText(), fact.order().orderId().toString());
            JsonObject content = fact.content(kind);
            assertEquals(told.at("/order/orderNumber").asText(), content.getString("orderNumber"));
            assertEquals(told.at("/order/totalAmount").asLong(), content.getLong("totalAmount"));
            assertEquals(told.at("/order/currency").asText(), content.getString("currency"));
            assertEquals(told.has("payment"), content.getBoolean("paid"));
            assertEquals(
                    told.at("/order/items"), json.readTree(content.getJsonArray("items").encode()));
        }
    }

    @Test
    void only_the_stable_code_of_a_failure_is_kept_as_a_reason() throws IOException {
        OrderFact fact =
                json.readValue(
                        EventContract.of("orders.cancelled.v1")
                                .examples()
                                .values()
                                .iterator()
                                .next(),
                        OrderFact.class);

        assertEquals("", fact.content(Kind.CANCELLED).getString("reason"));
        assertEquals(fact.reason(), fact.content(Kind.FAILED).getString("reason"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"eventId\":\"0192f0c1-7b00-7000-8000-000000000003\"}",
                "{\"eventId\":\"0192f0c1-7b00-7000-8000-000000000003\",\"order\":null}",
                "{\"eventId\":\"0192f0c1-7b00-7000-8000-000000000003\",\"order\":{\"items\":[]}}",
                "{\"eventId\":\"3\",\"order\":{\"orderId\":\"0192f0c1-7a00-7000-8000-000000000042\","
                        + "\"orderNumber\":\"N\",\"items\":[],\"totalAmount\":1,\"currency\":\"USD\"}}",
                "{\"eventId\":\"0192f0c1-7b00-7000-8000-000000000003\",\"order\":"
                        + "{\"orderId\":\"0192f0c1-7a00-7000-8000-000000000042\",\"orderNumber\":\"N\","
                        + "\"items\":[],\"totalAmount\":\"1\",\"currency\":\"USD\"}}"
            })
    void a_fact_that_lacks_what_is_needed_cannot_be_read(String fact) {
        assertThrows(JsonProcessingException.class, () -> json.readValue(fact, OrderFact.class));
    }

    /** As the platform reads facts. */
    private static ObjectMapper tolerant() {
        ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new StrictJson().customize(mapper);
        return mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
