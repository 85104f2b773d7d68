package io.swiftcart.inventory.domain;

import java.util.List;

/** The answer to a request to reserve. */
public sealed interface ReserveOutcome {

    /** The lines are the order's, now or since an earlier request. */
    record Reserved(Reservation reservation) implements ReserveOutcome {}

    /** Nothing was taken, because of these lines; at least one. */
    record Refused(List<Shortage> shortages) implements ReserveOutcome {}

    /** The order was released, or its hold expired; it can reserve no more. */
    record Closed(Reservation.Status status) implements ReserveOutcome {}

    /** The order already has a reservation, of other lines. */
    record Different() implements ReserveOutcome {}
}
