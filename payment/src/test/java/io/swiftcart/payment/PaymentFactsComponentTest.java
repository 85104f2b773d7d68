package io.swiftcart.payment;

import static io.swiftcart.payment.Paying.AMOUNT;
import static io.swiftcart.payment.Paying.anOrder;
import static io.swiftcart.payment.Paying.refund;
import static io.swiftcart.payment.Paying.undo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.payment.Bus.Told;
import io.swiftcart.payment.Paying.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PaymentFactsComponentTest {
    private static final Path EVENTS = Path.of("../contracts/events");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_payment_that_is_taken_and_given_back_is_told_step_by_step() throws IOException {
        Order order = anOrder();
        String payment = order.paid();
        order.paid();
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
    void a_payment_that_is_declined_is_told_with_the_reason_and_without_the_card() throws IOException {
        Order order = anOrder().by("pm_card_chargeDeclinedInsufficientFunds");
        order.pay().then().statusCode(402);

        List<JsonNode> failed = told("payments.failed.v1", order, 1);

        assertEquals("insufficient_funds", failed.getFirst().at("/payment/failureReason").asText());
        assertFalse(failed.toString().contains("pm_card"));
    }

    /** Every fact of this order on the topic, each checked against the contract, envelope and headers. */
    private static List<JsonNode> told(String topic, Order order, int count) throws IOException {
        List<Told> told = Bus.told(topic, order.id(), count);
        assertEquals(count, told.size());
        for (Told fact : told) {
            JsonNode value = JSON.readTree(fact.value());
            assertValid(EVENTS.resolve(topic + "/v1/schema.json"), value);
            assertValid(EVENTS.resolve("headers.schema.json"), JSON.valueToTree(fact.headers()));
            assertEquals(value.path("eventId").asText(), fact.headers().get("ce_id"));
            assertEquals("io.swiftcart." + topic, fact.headers().get("ce_type"));
            assertEquals("/payment", fact.headers().get("ce_source"));
            assertEquals(order.id(), fact.headers().get("ce_subject"));
        }
        return told.stream().map(PaymentFactsComponentTest::value).toList();
    }

    private static void assertValid(Path schema, JsonNode value) throws IOException {
        var errors =
                JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(Files.readString(schema))
                        .validate(value);
        assertTrue(errors.isEmpty(), errors::toString);
    }

    private static JsonNode value(Told fact) {
        try {
            return JSON.readTree(fact.value());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
