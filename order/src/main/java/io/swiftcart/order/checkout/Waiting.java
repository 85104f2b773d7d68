package io.swiftcart.order.checkout;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a caller is willing to wait for the order to be final: RFC 7240's {@code Prefer} header.
 */
public record Waiting(Duration budget) {
    /** The header's name. */
    public static final String HEADER = "Prefer";

    private static final Duration DEFAULT = Duration.ofSeconds(2);
    private static final int SECONDS_MAX = 10;
    private static final Pattern WAIT = Pattern.compile("wait=\"?(\\d{1,4})\"?");

    /**
     * Reads {@code respond-async} and {@code wait=N}; what is not understood is ignored, as the RFC
     * asks.
     */
    public static Waiting of(HttpHeaders headers) {
        List<String> prefer = headers.getRequestHeader(HEADER);
        Duration budget = DEFAULT;
        for (String preference :
                String.join(",", prefer == null ? List.of() : prefer).split("[,;]")) {
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

    /** What is left of the budget so long after the request came; never less than nothing. */
    Duration leftAfter(Duration spent) {
        Duration left = budget.minus(spent);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
