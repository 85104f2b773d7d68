package io.swiftcart.platform.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractJudgesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> topics() throws IOException {
        try (InputStream list =
                ContractJudgesTest.class.getResourceAsStream("/contracts/events/topics.json")) {
            JsonNode topics = JSON.readTree(Objects.requireNonNull(list));
            return StreamSupport.stream(topics.spliterator(), false)
                    .map(topic -> topic.get("name").asText())
                    .filter(ContractJudgesTest::isWritten)
                    .toList()
                    .stream();
        }
    }

    /** A topic is listed before its writer exists; the schema comes with the writer. */
    private static boolean isWritten(String topic) {
        return ContractJudgesTest.class.getResource(
                        "/contracts/events/" + topic + "/v1/schema.json")
                != null;
    }

    @ParameterizedTest
    @MethodSource("topics")
    void every_written_topic_has_examples_that_keep_its_schema(String topic) {
        EventContract contract = EventContract.of(topic);

        Map<String, byte[]> examples = contract.examples();

        assertFalse(examples.isEmpty());
        examples.values().forEach(contract::accepts);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void a_member_that_is_not_agreed_breaks_the_schema(String topic) throws IOException {
        EventContract contract = EventContract.of(topic);
        byte[] example = contract.examples().values().iterator().next();
        ObjectNode leaking = (ObjectNode) JSON.readTree(example);

        byte[] leaked = JSON.writeValueAsBytes(leaking.put("email", "alice@example.com"));

        AssertionError refused = assertThrows(AssertionError.class, () -> contract.accepts(leaked));
        assertTrue(Objects.requireNonNull(refused.getMessage()).contains("email"));
    }

    @Test
    void headers_must_agree_with_the_value() throws IOException {
        EventContract contract = EventContract.of("orders.confirmed.v1");
        byte[] example = contract.examples().values().iterator().next();
        JsonNode value = JSON.readTree(example);
        Map<String, String> headers =
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", value.get("eventId").asText(),
                        "ce_type", "io.swiftcart.orders.confirmed.v1",
                        "ce_source", "/order",
                        "ce_time", value.get("occurredAt").asText(),
                        "ce_subject", "ORD-20261120-000042",
                        "content-type", "application/json",
                        "correlation-id", "a-request");

        contract.accepts(example, headers);

        Map<String, String> others = new HashMap<>(headers);
        others.put("ce_id", "0192f0c1-0000-7000-8000-000000000000");
        assertThrows(AssertionError.class, () -> contract.accepts(example, others));
    }

    @Test
    void documents_that_mean_the_same_do_not_differ() throws IOException {
        assertEquals(
                List.of(),
                OpenApiContract.differences(
                        JSON.readTree("{\"a\":1,\"required\":[\"x\",\"y\"]}"),
                        JSON.readTree("{\"required\":[\"y\",\"x\"],\"a\":1}")));
    }

    @Test
    void each_difference_is_named_by_its_place() throws IOException {
        assertEquals(
                List.of(
                        "- /paths/~1orders is not served",
                        "! /version is agreed as 1, served as 2"),
                OpenApiContract.differences(
                        JSON.readTree("{\"paths\":{\"/orders\":{}},\"version\":1}"),
                        JSON.readTree("{\"paths\":{},\"version\":2}")));
    }
}
