package io.swiftcart.perf.limits;

import java.time.Duration;
import org.HdrHistogram.ConcurrentHistogram;

/** How many a second, and how long one took, in microseconds; times are 0 where none was taken. */
record Rate(double perSecond, long p50Micros, long p99Micros) {

    static Rate of(long count, Duration during, ConcurrentHistogram micros) {
        return new Rate(
                count * 1e9 / during.toNanos(),
                micros.getValueAtPercentile(50),
                micros.getValueAtPercentile(99));
    }

    static Rate of(long count, long nanos) {
        return new Rate(count * 1e9 / nanos, 0, 0);
    }
}
