package io.swiftcart.order.history;

import io.swiftcart.order.stored.OrderView;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an order stands, for callers that poll. */
@Schema(
        name = "OrderStatus",
        requiredProperties = {"orderId", "status", "paymentStatus", "fulfillmentStatus", "version"})
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
