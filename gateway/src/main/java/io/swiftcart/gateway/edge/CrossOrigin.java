package io.swiftcart.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which web pages of other origins may call the shop: those of {@code swiftcart.gateway.cors
 * .origins}, none by default. Others are told nothing, so that their browsers keep the answer from
 * them.
 */
@Singleton
class CrossOrigin {
    /** Within correlation and request log, before authentication: a preflight has no token. */
    private static final int BEFORE_AUTHENTICATION = 940;

    private static final int REMEMBER_SECONDS = 600;

    private static final Set<String> MAY_SEND =
            Set.of(
                    "Accept",
                    "Authorization",
                    "Content-Type",
                    "Idempotency-Key",
                    "If-Match",
                    "If-None-Match",
                    "Last-Event-ID",
                    "Prefer",
                    "X-Correlation-ID",
                    "X-Order-Token",
                    "traceparent");

    private static final Set<String> MAY_READ =
            Set.of(
                    "ETag",
                    "Idempotent-Replayed",
                    "Location",
                    "RateLimit",
                    "RateLimit-Policy",
                    "Retry-After",
                    "X-Correlation-ID");

    private final List<String> origins;
    private final CorsHandler answers;

    CrossOrigin(
            @ConfigProperty(name = "swiftcart.gateway.cors.origins")
                    Optional<List<String>> origins) {
        this.origins = origins.orElse(List.of());
        this.answers =
                CorsHandler.create()
                        .addOrigins(this.origins)
                        .allowedMethod(HttpMethod.GET)
                        .allowedMethod(HttpMethod.POST)
                        .allowedMethod(HttpMethod.PUT)
                        .allowedMethod(HttpMethod.DELETE)
                        .allowedHeaders(MAY_SEND)
                        .exposedHeaders(MAY_READ)
                        .maxAgeSeconds(REMEMBER_SECONDS);
    }

    void register(@Observes Filters filters) {
        if (!origins.isEmpty()) {
            filters.register(this::check, BEFORE_AUTHENTICATION);
        }
    }

    private void check(RoutingContext request) {
        String origin = request.request().getHeader(HttpHeaders.ORIGIN);
        if (origin != null && origins.contains(origin)) {
            answers.handle(request);
        } else {
            request.response().putHeader(HttpHeaders.VARY, "Origin");
            request.next();
        }
    }
}
