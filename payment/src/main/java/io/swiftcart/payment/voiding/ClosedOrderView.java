package io.swiftcart.payment.voiding;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.swiftcart.payment.domain.OrderId;
import io.swiftcart.payment.domain.Payment;
import java.util.UUID;

/** JSON of an order that was undone before its payment was asked for. */
@RegisterForReflection(registerFullHierarchy = true)
record ClosedOrderView(UUID orderId, Payment.Status status) {

    static ClosedOrderView of(OrderId orderId) {
        return new ClosedOrderView(orderId.value(), Payment.Status.VOIDED);
    }
}
