package io.swiftcart.stack.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something that can only be asked for. */
public final class Poll {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Poll() {}

    /**
     * True as soon as the condition holds; false when the time is over or the thread is
     * interrupted.
     */
    public static boolean until(Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() >= end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }
}
