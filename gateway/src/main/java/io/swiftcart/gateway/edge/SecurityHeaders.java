package io.swiftcart.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * What browsers are told with every answer: nothing that comes from here is to be run or framed.
 */
@Singleton
class SecurityHeaders {
    /** Before everything that may answer by itself. */
    private static final int FIRST = 1_100;

    /** The pages of problems have a style sheet; the reference page says for itself what it may. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; frame-ancestors 'none'";

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::add, FIRST);
    }

    private static void add(RoutingContext request) {
        request.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Content-Security-Policy", POLICY);
        request.next();
    }
}
