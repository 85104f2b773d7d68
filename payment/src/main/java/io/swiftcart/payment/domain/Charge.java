package io.swiftcart.payment.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One charge in the provider's own books. Amounts in minor units.
 *
 * @param id the provider's id of it
 * @param orderId the order that it names; null when it names none, which makes it none of ours
 * @param said the provider's word for its state
 * @param refunded null when the provider does not say
 */
public record Charge(
        String id,
        @Nullable OrderId orderId,
        State state,
        String said,
        long captured,
        @Nullable Long refunded,
        String currency,
        Instant createdAt) {

    /** Where the provider has the money. */
    public enum State {
        /** Refused, let go, or not asked for yet. */
        NOWHERE,
        /** Reserved on the card. */
        HELD,
        /** Taken, whatever was given back of it. */
        TAKEN
    }

    /** Whether it concerns money. */
    public boolean counts() {
        return state != State.NOWHERE;
    }

    @Override
    public String toString() {
        String amounts = captured + " " + currency + " captured";
        return id
                + " "
                + said
                + ": "
                + amounts
                + (refunded == null ? "" : ", " + refunded + " refunded");
    }
}
