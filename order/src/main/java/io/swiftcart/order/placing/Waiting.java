package io.swiftcart.order.placing;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a caller is willing to wait for the order to be final: RFC 7240's {@code Prefer} header.
 */
record Waiting(Duration budget) {
    private static final Duration DEFAULT = Duration.ofSeconds(2);
    private static final int SECONDS_MAX = 10;
    private static final Pattern WAIT = Pattern.compile("wait=\"?(\\d{1,4})\"?");

    /**
     * Reads {@code respond-async} and {@code wait=N}; what is not understood is ignored, as the RFC
     * asks.
     */
    static Waiting of(List<String> prefer) {
        Duration budget = DEFAULT;
        for (String preference : String.join(",", prefer).split("[,;]")) {
            Matcher wait = WAIT.matcher(preference.strip());
            if (preference.strip().equalsIgnoreCase("respond-async")) {
                return new Waiting(Duration.ZERO);
            }
            if (wait.matches()) {
                budget = Duration.ofSeconds(Math.min(SECONDS_MAX, Integer.parseInt(wait.group(1))));
            }
        }
        return new Waiting(budget);
    }

    boolean isOver() {
        return budget.isZero();
    }
}
