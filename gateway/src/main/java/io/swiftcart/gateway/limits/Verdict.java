package io.swiftcart.gateway.limits;

import java.time.Duration;

/**
 * Whether a request is within its quota.
 *
 * @param remaining requests that the sender has left, as far as this replica knows
 * @param pause zero when granted, else how long until it is worth while to ask again
 */
record Verdict(boolean granted, long remaining, Duration pause) {
    static Verdict granted(double remaining) {
        return new Verdict(true, (long) remaining, Duration.ZERO);
    }

    static Verdict refused(Duration pause) {
        return new Verdict(false, 0, pause);
    }
}
