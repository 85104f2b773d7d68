package io.swiftcart.payment.settling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.swiftcart.payment.domain.Attempt;
import io.swiftcart.payment.domain.Change;
import io.swiftcart.payment.domain.Operation;
import io.swiftcart.payment.domain.OrderId;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.domain.PaymentMethod;
import io.swiftcart.payment.domain.ProviderReply;
import io.swiftcart.payment.domain.Terms;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentFactsContractTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00.123456Z");
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    @ParameterizedTest
    @MethodSource("changes")
    void what_is_told_is_what_was_agreed(Change change) throws IOException {
        List<Fact> facts = PaymentFacts.of(change);

        assertEquals(change.facts().size(), facts.size());
        for (Fact fact : facts) {
            JsonNode value = JSON.valueToTree(fact.payload());
            EventContract.of(fact.topic()).accepts(JSON.writeValueAsBytes(value));
            assertEquals(fact.id().toString(), value.path("eventId").asText());
            assertEquals("io.swiftcart." + fact.topic(), fact.type());
            assertEquals(change.payment().orderId().toString(), fact.key());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payments.initiated.v1",
                "payments.succeeded.v1",
                "payments.failed.v1",
                "payments.refunded.v1"
            })
    void every_example_keeps_to_its_schema(String topic) {
        EventContract contract = EventContract.of(topic);

        assertFalse(contract.examples().isEmpty());
        contract.examples().values().forEach(contract::accepts);
    }

    @Test
    void a_step_that_nobody_is_told_about_has_no_fact() {
        Change authorized =
                begun(false).payment().settle(new ProviderReply.Authorized("pi_1"), NOW);

        assertTrue(PaymentFacts.of(authorized).isEmpty());
    }

    static List<Change> changes() {
        Change begun = begun(true);
        Change taken = begun.payment().settle(new ProviderReply.Captured("pi_1", 3098), NOW);
        Change declined =
                begun.payment().settle(new ProviderReply.Declined("pi_1", "lost_card"), NOW);
        Change method = begun.payment().settle(new ProviderReply.MethodUnknown(), NOW);
        Change part = refund(taken, 98);
        Change rest = refund(part, 3000);
        return List.of(begun, taken, declined, method, part, rest);
    }

    private static Change refund(Change before, long amount) {
        return before.payment()
                .open(Operation.REFUND, amount, new Attempt.Id(UUID.randomUUID()), null, NOW)
                .payment()
                .settle(new ProviderReply.Refunded(amount), NOW);
    }

    private static Change begun(boolean capture) {
        return Payment.begin(
                new Payment.Id(UUID.randomUUID()),
                new OrderId(UUID.randomUUID()),
                new Terms(
                        new Money(3098, Currency.getInstance("USD")),
                        new PaymentMethod("pm_card_visa"),
                        capture),
                "stripe",
                new Attempt.Id(UUID.randomUUID()),
                new Attempt.Request("order", "key", "content"),
                NOW);
    }
}
