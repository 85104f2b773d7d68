package io.swiftcart.payment;

import static io.swiftcart.payment.Paying.AMOUNT;
import static io.swiftcart.payment.Paying.anOrder;
import static io.swiftcart.payment.Paying.refund;
import static io.swiftcart.payment.Paying.undo;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.payment.Paying.Order;
import io.swiftcart.platform.contract.EventContract;
import io.swiftcart.stack.testing.Facts;
import io.swiftcart.stack.testing.Facts.Received;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PaymentFactsComponentTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_payment_that_is_taken_and_given_back_is_told_step_by_step() throws Exception {
        Order order = anOrder();
        String payment = order.paid();
        String _ = order.paid();
        refund(payment, 1000).then().statusCode(200);
        undo(order.id()).then().statusCode(200);

        List<JsonNode> initiated = told("payments.initiated.v1", order, 1);
        List<JsonNode> succeeded = told("payments.succeeded.v1", order, 1);
        List<JsonNode> refunded = told("payments.refunded.v1", order, 2);

        assertEquals("PROCESSING", initiated.getFirst().at("/payment/status").asText());
        assertEquals(AMOUNT, succeeded.getFirst().at("/payment/capturedAmount").asInt());
        assertEquals(
                List.of(1000, AMOUNT - 1000),
                refunded.stream().map(fact -> fact.at("/refund/amount").asInt()).toList());
        assertEquals(
                List.of("PARTIALLY_REFUNDED", "REFUNDED"),
                refunded.stream().map(fact -> fact.at("/payment/status").asText()).toList());
    }

    @Test
    void a_payment_that_is_declined_is_told_with_the_reason_and_without_the_card()
            throws Exception {
        Order order = anOrder().by("pm_card_chargeDeclinedInsufficientFunds");
        order.pay().then().statusCode(402);

        List<JsonNode> failed = told("payments.failed.v1", order, 1);

        assertEquals("insufficient_funds", failed.getFirst().at("/payment/failureReason").asText());
        assertFalse(failed.toString().contains("pm_card"));
    }

    /** Every fact of this order on the topic, value and headers checked against the contract. */
    private static List<JsonNode> told(String topic, Order order, int count)
            throws JsonProcessingException {
        List<Received> received =
                Facts.consume(topic).until(facts -> about(order, facts).size() >= count);
        List<JsonNode> values = new ArrayList<>();
        for (Received fact : about(order, received)) {
            String json = requireNonNull(fact.json());
            EventContract.of(topic).accepts(json.getBytes(StandardCharsets.UTF_8), fact.headers());
            assertEquals("/payment", fact.headers().get("ce_source"));
            assertEquals(order.id(), fact.headers().get("ce_subject"));
            values.add(JSON.readTree(json));
        }
        assertEquals(count, values.size());
        return values;
    }

    private static List<Received> about(Order order, List<Received> facts) {
        return facts.stream().filter(fact -> fact.key().equals(order.id())).toList();
    }
}
