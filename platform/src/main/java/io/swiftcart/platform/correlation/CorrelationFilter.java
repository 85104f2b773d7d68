package io.swiftcart.platform.correlation;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Puts every request under its correlation id before anything else sees it, and echoes the id on
 * the answer.
 */
@Singleton
class CorrelationFilter {
    /** Before CORS, authentication and everything that may answer by itself. */
    private static final int FIRST = 1_000;

    void register(@Observes Filters filters) {
        filters.register(CorrelationFilter::correlate, FIRST);
    }

    private static void correlate(RoutingContext request) {
        String id =
                Correlation.begin(
                        request.request().getHeader(Correlation.HTTP_HEADER),
                        request.request().getHeader(Correlation.TRACEPARENT));
        request.response().putHeader(Correlation.HTTP_HEADER, id);
        request.next();
    }
}
