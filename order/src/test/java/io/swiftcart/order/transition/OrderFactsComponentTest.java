package io.swiftcart.order.transition;

import static io.swiftcart.order.Ordering.ORDERS;
import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.Ordering.lamps;
import static io.swiftcart.order.Ordering.place;
import static io.swiftcart.order.Ordering.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.order.Ordering;
import io.swiftcart.order.Store;
import io.swiftcart.order.Stubs;
import io.swiftcart.platform.contract.EventContract;
import io.swiftcart.stack.testing.Facts;
import io.swiftcart.stack.testing.Facts.Received;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrderFactsComponentTest {
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-";

    @BeforeEach
    void openShop() {
        Store.openShop();
    }

    @Test
    void a_confirmed_order_is_told_in_two_facts_with_every_header() {
        String id =
                as("alice")
                        .header("Idempotency-Key", aKey())
                        .header("Prefer", "wait=10")
                        .header("X-Correlation-ID", "shop-window-8")
                        .header("traceparent", TRACE + "b7ad6b7169203331-01")
                        .body(lamps(2))
                        .post(ORDERS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("orderId");

        JsonObject created = told("orders.created.v1", id, "shop-window-8");
        JsonObject confirmed = told("orders.confirmed.v1", id, "shop-window-8");

        assertEquals(1, created.getJsonObject("order").getInteger("version"));
        assertEquals(2, confirmed.getJsonObject("order").getInteger("version"));
        assertEquals(
                new JsonObject()
                        .put("provider", "stripe")
                        .put("paymentId", "pi_1")
                        .put("status", "succeeded"),
                confirmed.getJsonObject("payment"));
        assertEquals(
                read(id).path("totalAmount"),
                confirmed.getJsonObject("order").getInteger("totalAmount"));
    }

    @Test
    void a_failed_order_is_told_with_its_reason() {
        Stubs.chargeAnswers(Stubs.problem(402, "payment-declined"));
        String id = place("alice", aKey(), lamps(1)).path("orderId");

        JsonObject failed = told("orders.failed.v1", id, null);

        assertEquals("payment-declined", failed.getString("reason"));
        assertEquals(2, failed.getJsonObject("order").getInteger("version"));
        assertFalse(failed.containsKey("payment"));
    }

    @Test
    void nothing_personal_and_no_card_token_is_on_the_bus() {
        String body =
                Ordering.items(
                        "{\"sku\":\"SKU-LAMP\",\"qty\":1}",
                        """
                        "customer":{"email":"secret@example.com","name":"Sekret","phone":"+49 30 1",
                        "shippingAddress":{"line1":"Hidden Lane 1","city":"Atlantis","postalCode":"0","country":"DE"}}
                        """);
        String id = Ordering.placed("alice", body);

        for (String topic : List.of("orders.created.v1", "orders.confirmed.v1")) {
            String all = Facts.consume(topic).ofKey(id, 1).toString();
            Stream.of("secret@example.com", "Sekret", "+49", "Hidden", "Atlantis", "pm_card")
                    .forEach(word -> assertFalse(all.contains(word), word));
        }
    }

    /** The one fact of this order on the topic, value and headers checked against the contract. */
    private static JsonObject told(String topic, String id, String correlation) {
        List<Received> facts = Facts.consume(topic).ofKey(id, 1);
        assertEquals(1, facts.size());
        Received fact = facts.getFirst();
        String json = Objects.requireNonNull(fact.json());
        EventContract.of(topic).accepts(json.getBytes(StandardCharsets.UTF_8), fact.headers());
        JsonObject value = new JsonObject(json);
        JsonObject order = value.getJsonObject("order");
        assertEquals(id, order.getString("orderId"));
        assertEquals("/order", fact.headers().get("ce_source"));
        assertEquals(order.getString("orderNumber"), fact.headers().get("ce_subject"));
        List<String> history =
                as("manager").get(ORDERS + "/" + id + "/events").path("items.eventId");
        assertEquals(history.get(order.getInteger("version") - 1), value.getString("eventId"));
        if (correlation != null) {
            assertEquals(correlation, fact.headers().get("correlation-id"));
            assertTrue(fact.headers().get("traceparent").startsWith(TRACE));
        }
        return value;
    }
}
