package io.swiftcart.perf.limits;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;

/** Callers who ask again as soon as they are answered, for a while. */
final class ClosedLoop {
    private static final long LONGEST_MICROS = 60_000_000;

    private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);

    private final ConcurrentHistogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final AtomicLong counted = new AtomicLong();
    private final long countFrom;
    private final long end;
    private final CountDownLatch busy;

    private ClosedLoop(Duration warmUp, Duration measured, int callers) {
        countFrom = System.nanoTime() + warmUp.toNanos();
        end = countFrom + measured.toNanos();
        busy = new CountDownLatch(callers);
    }

    /** One caller per element, each with one request at a time. Fails when a request does. */
    static Rate run(Duration warmUp, Duration measured, List<Supplier<Future<?>>> callers)
            throws InterruptedException {
        ClosedLoop loop = new ClosedLoop(warmUp, measured, callers.size());
        callers.forEach(loop::next);
        Duration atMost = warmUp.plus(measured).plus(LAST_ANSWERS);
        if (!loop.busy.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("Some callers were never answered");
        }
        if (loop.failure.get() != null) {
            throw new IllegalStateException("A request of the limit failed", loop.failure.get());
        }
        return Rate.of(loop.counted.get(), measured, loop.micros);
    }

    private void next(Supplier<Future<?>> caller) {
        long begun = System.nanoTime();
        if (begun >= end) {
            busy.countDown();
            return;
        }
        caller.get().onComplete(_ -> note(begun, caller), failed -> giveUp(failed));
    }

    private void note(long begun, Supplier<Future<?>> caller) {
        long now = System.nanoTime();
        if (begun >= countFrom && now <= end) {
            counted.incrementAndGet();
            micros.recordValue(Math.min(LONGEST_MICROS, (now - begun) / 1000));
        }
        next(caller);
    }

    private void giveUp(Throwable failed) {
        failure.compareAndSet(null, failed);
        busy.countDown();
    }
}
