package io.swiftcart.e2e.alerts;

import java.time.Duration;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Configuration and rules of Prometheus with every duration in them, and nothing else, divided: how
 * often is scraped and evaluated, how long a condition must last, and how far an expression looks
 * back. Thresholds stay, also those that are seconds.
 */
final class Hastened {
    /**
     * A quarter of a minute, which is how often is scraped, becomes a second. A machine that does
     * not answer within that gets by with less, by {@code -Dhastened=}.
     */
    static final int FACTOR = Integer.getInteger("hastened", 15);

    private static final Pattern DURATION =
            Pattern.compile("(\\bfor: |interval: |offset |\\[)(\\d+)([smhd])\\b");
    private static final Map<String, Duration> UNITS =
            Map.of(
                    "s", Duration.ofSeconds(1),
                    "m", Duration.ofMinutes(1),
                    "h", Duration.ofHours(1),
                    "d", Duration.ofDays(1));

    private Hastened() {}

    static String of(String yaml) {
        return DURATION.matcher(yaml).replaceAll(Hastened::shorter);
    }

    private static String shorter(MatchResult duration) {
        long amount = Long.parseLong(duration.group(2));
        long millis = UNITS.get(duration.group(3)).multipliedBy(amount).toMillis() / FACTOR;
        return duration.group(1) + millis + "ms";
    }
}
