package io.swiftcart.payment.voiding;

import io.swiftcart.payment.domain.OrderId;
import io.swiftcart.payment.domain.Payment;
import java.util.UUID;

/** JSON of an order that was undone before its payment was asked for. */
record ClosedOrderView(UUID orderId, Payment.Status status) {

    static ClosedOrderView of(OrderId orderId) {
        return new ClosedOrderView(orderId.value(), Payment.Status.VOIDED);
    }
}
