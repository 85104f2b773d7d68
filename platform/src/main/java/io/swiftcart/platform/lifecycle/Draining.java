package io.swiftcart.platform.lifecycle;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * A service that was told to stop goes on serving for the delay of its shutdown, and closes each
 * connection with its next answer: by the time it refuses requests, its callers have gone to
 * another replica.
 */
@Singleton
class Draining {
    private static final int BEFORE_ALL = 10_000;

    private volatile boolean begun;

    void begin(@Observes ShutdownDelayInitiatedEvent stopping) {
        begun = true;
    }

    void register(@Observes Filters filters) {
        filters.register(this::tell, BEFORE_ALL);
    }

    private void tell(RoutingContext request) {
        // HTTP/2 has no such header; its connections end with the server.
        if (begun && request.request().version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        request.next();
    }
}
