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
    private static final String TRACE_KEY = "traceId";
    private static final String SPAN_KEY = "spanId";
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static volatile boolean callsAreTraced;

    private Correlation() {}

    /** Whether whatever traces calls writes their trace parent by itself; known at start. */
    static void callsAreTraced(boolean known) {
        callsAreTraced = known;
    }

    /**
     * The W3C trace parent that a call to a neighbour has to carry; none where calls are traced,
     * because there each is a span of its own, and a header must not stand there twice.
     */
    public static Optional<String> traceparentOfCall() {
        return callsAreTraced ? Optional.empty() : Optional.of(traceparent());
    }

    /** The id of the work under way; a new one when there is none yet. */
    public static String current() {
        return MDC.get(LOG_KEY) instanceof String id ? id : begin(null, null);
    }

    /** The W3C trace parent of the work under way. */
    public static String traceparent() {
        return MDC.get(TRACEPARENT) instanceof String parent ? parent : goOnUnder(newTrace());
    }

    /**
     * Starts a piece of work under the ids it came with, or under new ones where they are absent or
     * malformed, and returns the correlation id.
     */
    public static String begin(@Nullable String offeredId, @Nullable String offeredTrace) {
        goOnUnder(Traceparent.checked(offeredTrace).orElseGet(Correlation::newTrace));
        return remember(
                LOG_KEY,
                Optional.ofNullable(offeredId)
                        .filter(VALID.asMatchPredicate())
                        .orElseGet(Correlation::newId));
    }

    private static String goOnUnder(String traceparent) {
        MDC.put(TRACE_KEY, Traceparent.traceId(traceparent));
        MDC.put(SPAN_KEY, Traceparent.spanId(traceparent));
        return remember(TRACEPARENT, traceparent);
    }

    /** Where traces are kept, nobody knows the span that is named here: it keeps none alive. */
    private static String newTrace() {
        return Traceparent.random(!callsAreTraced);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static String remember(String key, String value) {
        MDC.put(key, value);
        return value;
    }
}
