package io.swiftcart.payment.reconciling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One way through the provider's list, from the newest charge down to those of {@code beginsAt}.
 *
 * @param number grows by one with each walk
 * @param position the charge to read on after; null at the newest
 * @param checked how many charges were looked at so far
 */
record Walk(
        long number, Instant startedAt, Instant beginsAt, @Nullable String position, long checked) {

    /** The walk after {@code looked} more charges, the last of which is {@code next}. */
    Walk at(@Nullable String next, int looked) {
        return new Walk(number, startedAt, beginsAt, next, checked + looked);
    }
}
