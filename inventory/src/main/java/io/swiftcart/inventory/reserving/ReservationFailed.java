package io.swiftcart.inventory.reserving;

import io.swiftcart.inventory.domain.OrderId;
import io.swiftcart.inventory.domain.Shortage;
import io.swiftcart.inventory.ledger.FactKind;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.outbox.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Fact on {@code inventory.reservation-failed.v1}, key order id: nothing was kept for an order,
 * because of these lines.
 *
 * @param eventId one refusal, one id
 * @param occurredAt when it was refused, UTC
 */
record ReservationFailed(
        UUID eventId, String eventType, Instant occurredAt, UUID orderId, Refusal reservation) {

    /** The lines that were short. */
    record Refusal(String status, List<Shortage> items) {}

    static Fact about(OrderId order, List<Shortage> shortages, Instant now) {
        FactKind kind = FactKind.RESERVATION_FAILED;
        UUID eventId = Ids.next();
        ReservationFailed payload =
                new ReservationFailed(
                        eventId,
                        kind.eventType(),
                        now,
                        order.value(),
                        new Refusal("REFUSED", shortages));
        return new Fact(
                eventId,
                kind.topic(),
                order.toString(),
                kind.type(),
                order.toString(),
                now,
                payload);
    }
}
