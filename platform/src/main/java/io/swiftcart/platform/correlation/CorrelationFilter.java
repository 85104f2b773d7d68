package io.swiftcart.platform.correlation;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Puts every request under its correlation id before anything else sees it, and echoes the id on
 * the answer.
 */
@Singleton
class CorrelationFilter {
    /** Before CORS, authentication and everything that may answer by itself. */
    private static final int FIRST = 1_000;

    private final boolean untraced;

    CorrelationFilter(
            @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "false")
                    boolean untraced) {
        this.untraced = untraced;
    }

    void register(@Observes Filters filters) {
        Correlation.callsAreTraced(!untraced);
        filters.register(CorrelationFilter::correlate, FIRST);
    }

    private static void correlate(RoutingContext request) {
        String id =
                Correlation.begin(
                        request.request().getHeader(Correlation.HTTP_HEADER),
                        traceparent(request.request()));
        request.response().putHeader(Correlation.HTTP_HEADER, id);
        request.next();
    }

    /** The span of this request, which goes on from the header; the header where none is made. */
    private static @Nullable String traceparent(HttpServerRequest request) {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? Traceparent.of(span) : request.getHeader(Correlation.TRACEPARENT);
    }
}
