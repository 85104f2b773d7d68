package io.swiftcart.e2e.chaos;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets time go by on purpose: how long a fault lasts is what a scenario is about. */
final class Pause {
    private Pause() {}

    static void of(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    static void ofMillis(long millis) {
        of(Duration.ofMillis(millis));
    }
}
