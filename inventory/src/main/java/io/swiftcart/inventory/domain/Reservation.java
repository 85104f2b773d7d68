package io.swiftcart.inventory.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one reservation of an order.
 *
 * @param expiresAt when the hold ends if nothing is done; null for one that was never a hold
 */
public record Reservation(
        OrderId orderId, Status status, Lines lines, @Nullable Instant expiresAt) {

    /** Where a reservation stands. */
    public enum Status {
        /** The units are kept for the order until the hold expires. */
        HELD,
        /** The units have left the stock. */
        COMMITTED,
        /** Given back, or closed before it was ever asked for. */
        RELEASED,
        /**
         * Given back because its time was over. A confirmed order may still be served from what is
         * available.
         */
        EXPIRED,
        /** Committed, and put back because the order came to nothing. */
        RETURNED
    }

    /**
     * What a repeated request to reserve is told: the first answer, unless the order is closed or
     * wants other lines.
     */
    public ReserveOutcome answerTo(Lines wanted) {
        return switch (status) {
            case HELD, COMMITTED ->
                    lines.equals(wanted)
                            ? new ReserveOutcome.Reserved(this)
                            : new ReserveOutcome.Different();
            case RELEASED, EXPIRED, RETURNED -> new ReserveOutcome.Closed(status);
        };
    }
}
