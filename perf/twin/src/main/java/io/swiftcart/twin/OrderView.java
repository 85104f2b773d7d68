package io.swiftcart.twin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An order as it is answered. */
record OrderView(
        UUID orderId,
        String orderNumber,
        String status,
        String paymentStatus,
        List<Line> items,
        long totalAmount,
        String currency,
        int version,
        Instant createdAt) {

    record Line(String sku, String name, int qty, long unitPrice, long lineTotal) {}

    OrderView as(String newStatus, String newPaymentStatus) {
        return new OrderView(
                orderId,
                orderNumber,
                newStatus,
                newPaymentStatus,
                items,
                totalAmount,
                currency,
                version + 1,
                createdAt);
    }
}
