package io.swiftcart.order.transition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.domain.OrderId;
import io.swiftcart.order.domain.OrderLine;
import io.swiftcart.order.domain.Payment;
import io.swiftcart.order.domain.Reason;
import io.swiftcart.order.domain.Totals;
import io.swiftcart.platform.contract.EventContract;
import io.swiftcart.platform.money.Money;
import io.swiftcart.platform.outbox.Fact;
import java.io.IOException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderFactsContractTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00.123456Z");
    private static final Currency USD = Currency.getInstance("USD");
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private final Order order = placed();

    @Test
    void a_new_order_is_told_as_agreed() throws IOException {
        keepsToContract("orders.created.v1", OrderFact.of(OrderFact.Kind.CREATED, order), order);
    }

    @Test
    void a_confirmed_order_is_told_as_agreed() throws IOException {
        Order confirmed = order.confirmed(new Payment("stripe", "pi_1"), NOW);

        keepsToContract(
                "orders.confirmed.v1",
                OrderFact.of(OrderFact.Kind.CONFIRMED, confirmed),
                confirmed);
    }

    @ParameterizedTest
    @EnumSource
    void an_order_that_failed_for_any_reason_is_told_as_agreed(Reason why) throws IOException {
        Order failed = order.failed(why, NOW);

        JsonNode told =
                keepsToContract(
                        "orders.failed.v1", OrderFact.of(OrderFact.Kind.FAILED, failed), failed);

        assertEquals(why.code(), told.path("reason").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders.created.v1",
                "orders.confirmed.v1",
                "orders.failed.v1",
                "orders.cancelled.v1"
            })
    void every_example_keeps_to_its_schema(String topic) {
        EventContract contract = EventContract.of(topic);

        assertFalse(contract.examples().isEmpty());
        contract.examples().values().forEach(contract::accepts);
    }

    private static JsonNode keepsToContract(String topic, Fact fact, Order of) throws IOException {
        JsonNode told = JSON.valueToTree(fact.payload());
        EventContract.of(topic).accepts(JSON.writeValueAsBytes(told));
        assertEquals(topic, fact.topic());
        assertEquals("io.swiftcart." + topic, fact.type());
        assertEquals(of.id().toString(), fact.key());
        assertEquals(of.number(), fact.subject());
        assertEquals(of.updatedAt(), fact.time());
        assertEquals(fact.id().toString(), told.path("eventId").asText());
        assertEquals(of.version(), told.at("/order/version").asInt());
        assertEquals(of.totals().total().minorUnits(), told.at("/order/totalAmount").asLong());
        assertEquals(of.lines().size(), told.at("/order/items").size());
        return told;
    }

    private static Order placed() {
        List<OrderLine> lines =
                List.of(
                        OrderLine.of("SKU-1", "Lamp", 2, new Money(1299, USD)),
                        OrderLine.of("SKU-2", "Desk", 999, new Money(1, USD)));
        return Order.placed(
                        new OrderId(UUID.fromString("0192f0c1-0000-7000-8000-000000000001")),
                        "customer",
                        lines,
                        Totals.of(lines, USD),
                        "pm_card_visa",
                        NOW)
                .numbered("ORD-20261120-000001");
    }
}
