package io.swiftcart.inventory.ledger;

/** The facts that the inventory tells, and the {@code eventType} of each. */
public enum FactKind {
    STOCK_UPDATED("inventory.stock-updated.v1", "StockUpdated"),
    LOW_STOCK("inventory.low-stock.v1", "StockRanLow"),
    RESERVED("inventory.reserved.v1", "StockReserved"),
    RESERVATION_FAILED("inventory.reservation-failed.v1", "StockReservationFailed"),
    RELEASED("inventory.released.v1", "StockReleased");

    private final String topic;
    private final String eventType;

    FactKind(String topic, String eventType) {
        this.topic = topic;
        this.eventType = eventType;
    }

    /** Kafka topic. */
    public String topic() {
        return topic;
    }

    /** Member {@code eventType} of the payload. */
    public String eventType() {
        return eventType;
    }

    /** CloudEvents type. */
    public String type() {
        return "io.swiftcart." + topic;
    }
}
