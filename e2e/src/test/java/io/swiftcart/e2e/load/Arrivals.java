package io.swiftcart.e2e.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Purchases that keep coming until they are stopped. */
public final class Arrivals {
    private final List<Future<Reply>> asked = new ArrayList<>();
    private final Thread thread;
    private volatile boolean stopped;

    Arrivals(Buyers buyers, Duration step, Supplier<Purchase> purchases) {
        thread = Thread.ofVirtual().start(() -> run(buyers, step, purchases));
    }

    private void run(Buyers buyers, Duration step, Supplier<Purchase> purchases) {
        long next = System.nanoTime();
        while (!stopped) {
            asked.add(buyers.begin(purchases.get()));
            next += step.toNanos();
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    /** Lets nobody in any more, and waits for the last answer of everybody who came. */
    public List<Reply> stop() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
        return Buyers.all(asked);
    }
}
