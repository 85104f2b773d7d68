package io.swiftcart.platform.correlation;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The correlation id and W3C trace parent of what is being worked on, kept in the logging context
 * of the current Vert.x context, so that every log line carries them without being told.
 */
public final class Correlation {
    /** Request and answer header of the correlation id. */
    public static final String HTTP_HEADER = "X-Correlation-ID";

    /** Kafka header of the correlation id. */
    public static final String KAFKA_HEADER = "correlation-id";

    /** HTTP and Kafka header of the W3C trace context. */
    public static final String TRACEPARENT = "traceparent";

    private static final String LOG_KEY = "correlationId";
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern VALID_TRACEPARENT =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Correlation() {}

    /** The id of the work under way; a new one when there is none yet. */
    public static String current() {
        return MDC.get(LOG_KEY) instanceof String id ? id : begin(null, null);
    }

    /** The W3C trace parent of the work under way. */
    public static String traceparent() {
        return MDC.get(TRACEPARENT) instanceof String parent
                ? parent
                : remember(TRACEPARENT, newTrace());
    }

    /**
     * Starts a piece of work under the ids it came with, or under new ones where they are absent or
     * malformed, and returns the correlation id.
     */
    public static String begin(@Nullable String offeredId, @Nullable String offeredTrace) {
        remember(
                TRACEPARENT,
                matching(VALID_TRACEPARENT, offeredTrace).orElseGet(Correlation::newTrace));
        return remember(LOG_KEY, matching(VALID, offeredId).orElseGet(Correlation::newId));
    }

    private static Optional<String> matching(Pattern form, @Nullable String offered) {
        return Optional.ofNullable(offered).filter(form.asMatchPredicate());
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static String remember(String key, String value) {
        MDC.put(key, value);
        return value;
    }

    private static String newTrace() {
        UUID trace = UUID.randomUUID();
        UUID span = UUID.randomUUID();
        return "00-%016x%016x-%016x-01"
                .formatted(
                        trace.getMostSignificantBits(),
                        trace.getLeastSignificantBits(),
                        span.getMostSignificantBits());
    }
}
