package io.swiftcart.gateway.admission;

import io.swiftcart.gateway.RouteClass;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many requests a service gets at once. The number shrinks by a tenth when the service says
 * that it has too much to do, or when it is twice as slow as usual while many are with it; it grows
 * by one with each good answer after that has stopped for a second (additive increase,
 * multiplicative decrease). Not thread-safe: its {@link Gate} is.
 *
 * <p>Usual is the shortest mean that was seen, for each class of requests. A service that is as
 * slow with the fewest requests has not too much to do but has become slow by itself (with its
 * provider of payments, say): that is usual from then on, and it gets more requests again.
 */
final class Places {
    private static final double SHRINK = 0.9;
    private static final long SHRINK_PAUSE = Duration.ofMillis(100).toNanos();
    private static final long GROW_AFTER = Duration.ofSeconds(1).toNanos();
    private static final double SLOW = 2;

    private final boolean adaptive;
    private final int most;
    private final int least;
    private final Map<RouteClass, Pace> paces = new EnumMap<>(RouteClass.class);

    private double number;
    private long strainedAt;

    /**
     * @param replicas how many processes share the work
     * @param now in nanoseconds, as {@link System#nanoTime()}
     */
    Places(AdmissionConfig config, int replicas, long now) {
        this.adaptive = config.adaptive();
        this.most = config.concurrent() * replicas;
        this.least = Math.min(config.least() * replicas, most);
        this.number = most;
        this.strainedAt = now - GROW_AFTER;
    }

    int number() {
        return (int) number;
    }

    /** The service said that it has too much to do, or did not answer. */
    void strained(long now) {
        if (adaptive && now - strainedAt > SHRINK_PAUSE) {
            number = Math.max(least, number * SHRINK);
            strainedAt = now;
        }
    }

    /**
     * The service did what was asked.
     *
     * @param stay nanoseconds from the request to the end of the answer
     * @param underWay requests with the service, this one among them
     */
    void served(RouteClass routeClass, long stay, int underWay, long now) {
        Pace pace = paces.computeIfAbsent(routeClass, _ -> new Pace(stay));
        pace.add(stay);
        if (pace.isSlow() && underWay * 2 >= number()) {
            if (number() > least) {
                strained(now);
            } else {
                pace.isUsualNow();
            }
        } else if (adaptive && now - strainedAt > GROW_AFTER) {
            number = Math.min(most, number + 1);
        }
    }

    private static final class Pace {
        private final Mean recent;
        private double usual;

        Pace(long first) {
            this.recent = new Mean(first);
            this.usual = first;
        }

        void add(long stay) {
            recent.add(stay);
            usual = Math.min(usual, recent.value());
        }

        boolean isSlow() {
            return recent.value() > SLOW * usual;
        }

        void isUsualNow() {
            usual = recent.value();
        }
    }
}
