package io.swiftcart.gateway.limits;

import java.time.Duration;

/**
 * A token bucket: {@code burst} requests at once, {@code rate} per second in the long run.
 *
 * @param name of the policy in headers and problems
 */
record Quota(String name, double rate, long burst) {
    /** The part of a bucket that one replica may hold at a time. */
    private static final int PARTS = 40;

    private static final long LEASE_MAX = 64;
    private static final double NANOS = 1e9;

    Quota {
        if (!(rate > 0) || burst < 1) {
            throw new IllegalArgumentException(
                    "the quota " + name + " needs a rate above 0 and a burst of 1 at least");
        }
    }

    /** How many tokens are leased at once: one, where every token counts. */
    long lease() {
        return Math.clamp(burst / PARTS, 1, LEASE_MAX);
    }

    /** In the time in which the bucket gets as many tokens again, a lease is used or given back. */
    long leaseNanos() {
        return (long) (lease() / rate * NANOS);
    }

    /** What {@code nanos} add to a bucket. */
    double refill(long nanos) {
        return nanos / NANOS * rate;
    }

    /** Until a bucket has one token again. */
    Duration untilOne(double tokens) {
        return Duration.ofNanos((long) (Math.max(0, 1 - tokens) / rate * NANOS));
    }

    /** The item of {@code RateLimit-Policy}: so many in the seconds in which a bucket fills up. */
    String policy() {
        return "\"%s\";q=%d;w=%d".formatted(name, burst, secondsFor(burst));
    }

    /** The item of {@code RateLimit}: what is left, and the seconds until all of it is there. */
    String state(long remaining) {
        return "\"%s\";r=%d;t=%d".formatted(name, remaining, secondsFor(burst - remaining));
    }

    private long secondsFor(long tokens) {
        return (long) Math.ceil(tokens / rate);
    }
}
