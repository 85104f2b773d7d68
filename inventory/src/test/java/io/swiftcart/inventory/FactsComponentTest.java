package io.swiftcart.inventory;

import static io.swiftcart.inventory.Shelves.aSkuWith;
import static io.swiftcart.inventory.Shelves.order;
import static io.swiftcart.inventory.Shelves.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.inventory.Shelves.Wish;
import io.swiftcart.inventory.ledger.FactKind;
import io.swiftcart.platform.contract.EventContract;
import io.swiftcart.stack.testing.Facts;
import io.swiftcart.stack.testing.Facts.Received;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the inventory tells, as it arrives at Kafka. */
@QuarkusTest
class FactsComponentTest {
    private final ObjectMapper json;

    FactsComponentTest(ObjectMapper json) {
        this.json = json;
    }

    @Test
    void every_change_of_stock_is_told_in_order_without_a_gap() throws IOException {
        String sku = aSkuWith(10);
        UUID committed = order().of(sku, 4).held();
        UUID released = order().of(sku, 2).held();
        Shelves.commit(committed).then().statusCode(200);
        Shelves.release(released).then().statusCode(200);
        Shelves.adjust(sku, "\"5\"", Map.of("onHand", 20, "reason", "count"))
                .then()
                .statusCode(200);

        List<JsonNode> facts = told(FactKind.STOCK_UPDATED, sku, 6);

        assertEquals(
                IntStream.rangeClosed(1, 6).boxed().toList(),
                facts.stream().map(fact -> fact.at("/stock/version").asInt()).toList());
        assertEquals(
                List.of(10, 10, 10, 6, 6, 20),
                facts.stream().map(fact -> fact.at("/stock/onHand").asInt()).toList());
        assertEquals(
                List.of(0, 4, 6, 2, 0, 0),
                facts.stream().map(fact -> fact.at("/stock/reserved").asInt()).toList());
        assertEquals(
                List.of(10, 6, 4, 4, 6, 20),
                facts.stream().map(fact -> fact.at("/stock/available").asInt()).toList());
    }

    @Test
    void a_hold_is_told() throws IOException {
        String sku = aSkuWith(10);
        Wish wish = order().of(sku, 3);
        String expiresAt = wish.ask().path("expiresAt");
        wish.ask();

        JsonNode fact = told(FactKind.RESERVED, wish.orderId().toString(), 1).getFirst();

        assertEquals(wish.orderId().toString(), fact.at("/orderId").asText());
        assertEquals(sku, fact.at("/reservation/items/0/sku").asText());
        assertEquals(3, fact.at("/reservation/items/0/qty").asInt());
        assertEquals(
                Instant.parse(expiresAt),
                Instant.parse(fact.at("/reservation/expiresAt").asText()));
    }

    @Test
    void a_refusal_is_told_with_what_was_short() throws IOException {
        String sku = aSkuWith(2);
        Wish wish = order().of(sku, 3);
        wish.ask().then().statusCode(409);

        JsonNode fact = told(FactKind.RESERVATION_FAILED, wish.orderId().toString(), 1).getFirst();

        assertEquals(sku, fact.at("/reservation/items/0/sku").asText());
        assertEquals(3, fact.at("/reservation/items/0/requested").asInt());
        assertEquals(2, fact.at("/reservation/items/0/available").asInt());
    }

    @Test
    void what_is_given_back_is_told_with_its_cause() throws IOException {
        String sku = aSkuWith(10);
        UUID released = order().of(sku, 1).held();
        Shelves.release(released).then().statusCode(200);
        UUID expired = order().of(sku, 1).forSeconds(1).held();

        assertEquals(
                "RELEASED",
                told(FactKind.RELEASED, released.toString(), 1)
                        .getFirst()
                        .at("/reservation/status")
                        .asText());
        assertEquals(
                "EXPIRED",
                told(FactKind.RELEASED, expired.toString(), 1)
                        .getFirst()
                        .at("/reservation/status")
                        .asText());
    }

    @Test
    void low_stock_is_told_each_time_it_falls_to_its_threshold_and_not_in_between()
            throws IOException {
        String sku = aSkuWith(10, 5);
        order().of(sku, 4).held();
        UUID crossing = order().of(sku, 1).held();
        order().of(sku, 1).held();
        Shelves.release(crossing).then().statusCode(200);
        Shelves.adjust(sku, read(sku).header("ETag"), Map.of("delta", 10, "reason", "delivery"))
                .then()
                .statusCode(200);
        order().of(sku, 15).held();

        List<JsonNode> facts = told(FactKind.LOW_STOCK, sku, 2);
        told(FactKind.STOCK_UPDATED, sku, 7);

        assertEquals(
                List.of(5, 0),
                told(FactKind.LOW_STOCK, sku, 2).stream()
                        .map(fact -> fact.at("/stock/available").asInt())
                        .toList());
        assertEquals(5, facts.getFirst().at("/stock/lowStockThreshold").asInt());
    }

    /** Waits for the facts, and holds each to its contract. */
    private List<JsonNode> told(FactKind kind, String key, int count) throws IOException {
        EventContract contract = EventContract.of(kind.topic());
        List<JsonNode> facts = new ArrayList<>();
        for (Received fact : Facts.consume(kind.topic()).ofKey(key, count)) {
            String value = Objects.requireNonNull(fact.json());
            contract.accepts(value.getBytes(StandardCharsets.UTF_8), fact.headers());
            assertEquals(key, fact.headers().get("ce_subject"));
            facts.add(json.readTree(value));
        }
        assertEquals(count, facts.size());
        return facts;
    }
}
