package io.swiftcart.gateway.routing;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.swiftcart.gateway.edge.BreakOff;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * One line per request: route, status, time, bytes and the caller's id. No address as it was sent,
 * query, token, header or body, so nothing secret and nothing personal.
 */
@Singleton
class RequestLog {
    private static final Logger LOG = Logger.getLogger("io.swiftcart.gateway.requests");

    /** Within the correlation of the request, before all that may answer it. */
    static final int BEFORE_ANSWERS = 990;

    void register(@Observes Filters filters) {
        filters.register(RequestLog::watch, BEFORE_ANSWERS);
    }

    private static void watch(RoutingContext request) {
        long began = System.nanoTime();
        request.addEndHandler(_ -> write(request, began));
        request.next();
    }

    private static void write(RoutingContext request, long began) {
        LOG.infof(
                "%s %s -> %s in %d ms, %d bytes, caller %s",
                request.request().method().name(),
                RouteNames.of(request),
                outcome(request),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
                request.response().bytesWritten(),
                caller(request));
    }

    private static String outcome(RoutingContext request) {
        if (request.response().ended()) {
            return String.valueOf(request.response().getStatusCode());
        }
        String how = BreakOff.happenedTo(request) ? "broken off" : "abandoned";
        return request.response().headWritten()
                ? how + " after " + request.response().getStatusCode()
                : how;
    }

    private static String caller(RoutingContext request) {
        if (!(request.user() instanceof QuarkusHttpUser user)) {
            return "anonymous";
        }
        SecurityIdentity identity = user.getSecurityIdentity();
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.getSubject()
                : "anonymous";
    }
}
