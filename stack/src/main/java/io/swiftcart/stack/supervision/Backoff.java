package io.swiftcart.stack.supervision;

import java.time.Duration;

/**
 * How long to wait before a process is started again: longer each time, short again after it has
 * lived a while.
 */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration LIVED_WELL = Duration.ofSeconds(30);

    private Duration next = FIRST;

    /** The pause after a process that lived for so long. */
    Duration after(Duration lifetime) {
        if (lifetime.compareTo(LIVED_WELL) >= 0) {
            next = FIRST;
        }
        Duration pause = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }
}
