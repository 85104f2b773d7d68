package io.swiftcart.inventory.holds;

import io.swiftcart.inventory.domain.Reservation;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the reservation of an order stands. */
@Schema(name = "ReservationStatus")
record ReservationStatusView(UUID orderId, Reservation.Status status) {}
