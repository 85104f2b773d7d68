package io.swiftcart.order.history;

import io.swiftcart.order.stored.OrderView;
import java.util.UUID;

/** Where an order stands, for callers that poll. */
record OrderStatusView(
        UUID orderId, String status, String paymentStatus, String fulfillmentStatus, int version) {

    static OrderStatusView from(OrderView order) {
        return new OrderStatusView(
                order.orderId(),
                order.status(),
                order.paymentStatus(),
                order.fulfillmentStatus(),
                order.version());
    }
}
