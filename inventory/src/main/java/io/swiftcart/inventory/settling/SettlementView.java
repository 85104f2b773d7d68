package io.swiftcart.inventory.settling;

import io.swiftcart.inventory.domain.OrderId;
import io.swiftcart.inventory.domain.Reservation;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the order's reservation stands after the command.
 *
 * @param status COMMITTED or RELEASED
 */
@Schema(name = "Settlement")
record SettlementView(UUID orderId, Reservation.Status status) {

    static SettlementView of(OrderId order, Reservation.Status status) {
        return new SettlementView(order.value(), status);
    }
}
