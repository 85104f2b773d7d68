package io.swiftcart.inventory.domain;

import java.time.Instant;

/**
 * The stock of one SKU, in units. {@code 0 ≤ reserved ≤ onHand} always.
 *
 * @param onHand units in the house, those kept for orders too
 * @param reserved units kept for orders that are not settled
 * @param lowStockThreshold at or below this many available the stock is low
 * @param version counts the changes of this SKU's stock, 1..n
 */
public record StockLevel(
        String sku,
        int onHand,
        int reserved,
        int lowStockThreshold,
        long version,
        Instant updatedAt) {
    /** The most units of one SKU that can be on hand. */
    public static final int ON_HAND_MAX = 1_000_000_000;

    /** The verdict on a change of on hand. */
    public sealed interface Adjustment {

        /** On hand changes by {@code delta} units, not 0; recorded as {@code movement}. */
        record Move(int delta, MovementType movement) implements Adjustment {}

        /** The stock is already so. */
        record Nothing() implements Adjustment {}

        /** The stock has changed since the caller read it. */
        record Stale() implements Adjustment {}

        /** Units that are kept for orders cannot be taken away. */
        record BelowReserved() implements Adjustment {}

        /** More than {@link StockLevel#ON_HAND_MAX}. */
        record BeyondLimit() implements Adjustment {}
    }

    /** Units that can still be promised. */
    public int available() {
        return onHand - reserved;
    }

    /**
     * What becomes of a correction by {@code delta} units that was based on version {@code basis}:
     * more is received.
     */
    public Adjustment adjustedBy(int delta, long basis) {
        return onHandTo(
                (long) onHand + delta,
                basis,
                delta > 0 ? MovementType.RECEIVED : MovementType.ADJUSTED);
    }

    /**
     * What becomes of a count that found {@code counted} units and was based on version {@code
     * basis}.
     */
    public Adjustment countedAs(int counted, long basis) {
        return onHandTo(counted, basis, MovementType.ADJUSTED);
    }

    private Adjustment onHandTo(long target, long basis, MovementType movement) {
        if (basis != version) {
            return new Adjustment.Stale();
        }
        if (target < reserved) {
            return new Adjustment.BelowReserved();
        }
        if (target > ON_HAND_MAX) {
            return new Adjustment.BeyondLimit();
        }
        return target == onHand
                ? new Adjustment.Nothing()
                : new Adjustment.Move(Math.toIntExact(target - onHand), movement);
    }
}
