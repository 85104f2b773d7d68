package io.swiftcart.twin;

import java.util.UUID;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Commits what confirmed orders hold. */
@Component
class StockListener {
    private final Stock stock;
    private final ObjectMapper json;

    StockListener(Stock stock, ObjectMapper json) {
        this.stock = stock;
        this.json = json;
    }

    private record Confirmed(UUID orderId) {}

    @KafkaListener(topics = "twin.orders.confirmed", groupId = "twin", concurrency = "2")
    void on(String payload) {
        stock.commit(json.readValue(payload, Confirmed.class).orderId());
    }
}
