package io.swiftcart.platform.correlation;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text form of a W3C trace context, version 00. */
final class Traceparent {
    private static final Pattern VALID =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int TRACE_AT = 3;
    private static final int SPAN_AT = 36;
    private static final int FLAGS_AT = 53;

    private Traceparent() {}

    static Optional<String> checked(@Nullable String offered) {
        return Optional.ofNullable(offered).filter(VALID.asMatchPredicate());
    }

    static String of(SpanContext span) {
        return "00-"
                + span.getTraceId()
                + "-"
                + span.getSpanId()
                + "-"
                + span.getTraceFlags().asHex();
    }

    /**
     * A trace that nobody else has begun. {@code sampled}: whether whoever sees it shall keep it.
     */
    static String random(boolean sampled) {
        UUID trace = UUID.randomUUID();
        UUID span = UUID.randomUUID();
        return "00-%016x%016x-%016x-%s"
                .formatted(
                        trace.getMostSignificantBits(),
                        trace.getLeastSignificantBits(),
                        span.getMostSignificantBits(),
                        sampled ? "01" : "00");
    }

    static String traceId(String traceparent) {
        return traceparent.substring(TRACE_AT, SPAN_AT - 1);
    }

    static String spanId(String traceparent) {
        return traceparent.substring(SPAN_AT, FLAGS_AT - 1);
    }

    /** Nothing but this parent, or none: what is current here need not be what the work is for. */
    static Context asParent(@Nullable String offered) {
        return checked(offered)
                .map(
                        parent ->
                                SpanContext.createFromRemoteParent(
                                        traceId(parent),
                                        spanId(parent),
                                        TraceFlags.fromHex(parent, FLAGS_AT),
                                        TraceState.getDefault()))
                .map(parent -> Context.root().with(Span.wrap(parent)))
                .orElse(Context.root());
    }
}
