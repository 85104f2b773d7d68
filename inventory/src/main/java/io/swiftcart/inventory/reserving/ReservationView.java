package io.swiftcart.inventory.reserving;

import io.swiftcart.inventory.domain.Lines.Line;
import io.swiftcart.inventory.domain.Reservation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is kept for an order.
 *
 * @param status HELD, or COMMITTED when the order was confirmed in the meantime
 * @param items each SKU once, by SKU
 * @param expiresAt when the hold ends by itself
 */
@Schema(name = "Reservation")
record ReservationView(
        UUID orderId, Reservation.Status status, List<Item> items, @Nullable Instant expiresAt) {

    /** One line. */
    @Schema(name = "ReservationItem")
    record Item(String sku, int qty) {
        static Item from(Line line) {
            return new Item(line.sku(), line.qty());
        }
    }

    static ReservationView from(Reservation reservation) {
        return new ReservationView(
                reservation.orderId().value(),
                reservation.status(),
                reservation.lines().all().stream().map(Item::from).toList(),
                reservation.expiresAt());
    }
}
