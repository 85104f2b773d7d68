package io.swiftcart.notification.mailing;

import io.swiftcart.notification.deliveries.Delivery;
import java.time.Duration;
import java.time.Instant;

/** How long and how often a mail is tried. */
final class Patience {
    private static final Duration TRY_FOR = Duration.ofHours(24);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** 2^9 s is past the longest pause. */
    private static final int DOUBLINGS_MAX = 9;

    private Patience() {}

    /** Whether its 24 hours are over. */
    static boolean isOver(Delivery delivery, Instant now) {
        return !now.isBefore(delivery.createdAt().plus(TRY_FOR));
    }

    /** When to try again: after 2, 4, 8, … s, at most 5 min. */
    static Instant next(Delivery delivery, Instant now) {
        Duration grown = Duration.ofSeconds(1L << Math.min(delivery.attempts(), DOUBLINGS_MAX));
        return now.plus(grown.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : grown);
    }
}
