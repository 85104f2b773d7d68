package io.swiftcart.platform.correlation;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** A span that has begun; where nothing is traced, only the trace parent it would have had. */
public final class OpenSpan {
    private final @Nullable Span span;
    private final Scope scope;
    private final @Nullable String traceparent;

    OpenSpan(@Nullable Span span, Scope scope, @Nullable String traceparent) {
        this.span = span;
        this.scope = scope;
        this.traceparent = traceparent;
    }

    /** What goes along to whoever goes on with this work. */
    public @Nullable String traceparent() {
        return traceparent;
    }

    /** The words of a failure may hold what concerns nobody; its kind is enough. */
    public void end(@Nullable Throwable failure) {
        if (span == null) {
            return;
        }
        if (failure != null) {
            span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
        }
        span.end();
        scope.close();
    }
}
