package io.swiftcart.gateway.admission;

import io.swiftcart.gateway.RouteClass;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many requests a service gets at once. The number shrinks by a tenth when the service says too
 * often that it has too much to do; and to as many as it serves within {@link
 * AdmissionConfig#slow()} when it takes longer than that under a crowd (Little's law). It grows by
 * one with each good answer that came soon enough, after such signs have stopped for a second.
 *
 * <p>A service that is slow with the fewest requests, too, has not too much to do: it waits for
 * somebody else (the provider of payments, say). Then it gets more again, until a crowd makes it
 * twice as slow. Not thread-safe: its {@link Gate} is.
 */
final class Places {
    private static final double SHRINK = 0.9;
    private static final double REFUSALS_MOST = 0.1;
    private static final long SHRINK_PAUSE = Duration.ofMillis(100).toNanos();
    private static final long GROW_AFTER = Duration.ofSeconds(1).toNanos();

    private final boolean adaptive;
    private final double slow;
    private final int most;
    private final int least;
    private final Map<RouteClass, Pace> paces = new EnumMap<>(RouteClass.class);
    private final Mean refusals = new Mean();

    private double number;
    private long strainedAt;
    private long crowdedAt;

    /**
     * @param replicas how many processes share the work
     * @param now in nanoseconds, as {@link System#nanoTime()}
     */
    Places(AdmissionConfig config, int replicas, long now) {
        this.adaptive = config.adaptive();
        this.slow = config.slow().toNanos();
        this.most = config.concurrent() * replicas;
        this.least = Math.min(config.least() * replicas, most);
        this.number = most;
        this.strainedAt = now - GROW_AFTER;
        this.crowdedAt = strainedAt;
    }

    int number() {
        return (int) number;
    }

    /** The service said that it has too much to do, or did not answer in time. */
    void strained(long now) {
        refusals.add(1);
        if (refusals.value() > REFUSALS_MOST && now - strainedAt > SHRINK_PAUSE) {
            shrinkTo(number * SHRINK, now);
        }
    }

    /** The service answered, but how long that took says nothing. */
    void answered(long now) {
        refusals.add(0);
        if (now - strainedAt > GROW_AFTER) {
            number = Math.min(most, number + 1);
        }
    }

    /**
     * The service did what was asked.
     *
     * @param stay nanoseconds from the request to the end of the answer
     * @param underWay requests with the service, this one among them
     */
    void served(RouteClass routeClass, long stay, int underWay, long now) {
        if (now - stay < crowdedAt) {
            return; // one of the crowd that there were too many of
        }
        Pace pace = paces.computeIfAbsent(routeClass, _ -> new Pace());
        pace.add(stay);
        if (pace.isSlow() && underWay * 2 >= number) {
            if (number() > least) {
                shrinkTo(number * pace.limit / pace.recent.value(), now);
                crowdedAt = now;
                paces.values().forEach(Pace::forget);
            } else {
                pace.isSlowByItself();
            }
        } else if (stay <= pace.limit) {
            answered(now);
        }
    }

    private void shrinkTo(double fewer, long now) {
        if (adaptive) {
            number = Math.max(least, fewer);
            strainedAt = now;
        }
    }

    private final class Pace {
        private static final double TIMES = 2;

        private Mean recent = new Mean();
        private double limit = slow;

        /** However long it was: one slow reader of an answer does not slow down the service. */
        void add(long stay) {
            recent.add(Math.min(stay, TIMES * limit));
            if (recent.isWhole()) {
                limit = Math.max(slow, Math.min(limit, TIMES * recent.value()));
            }
        }

        boolean isSlow() {
            return recent.isWhole() && recent.value() > limit;
        }

        void isSlowByItself() {
            limit = TIMES * recent.value();
        }

        void forget() {
            recent = new Mean();
        }
    }
}
