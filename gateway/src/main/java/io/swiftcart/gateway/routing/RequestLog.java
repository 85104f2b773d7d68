package io.swiftcart.gateway.routing;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * One line per request: route, status, time and bytes. No query, token or body, so nothing
 * personal.
 */
final class RequestLog {
    private static final Logger LOG = Logger.getLogger("io.swiftcart.gateway.requests");

    private RequestLog() {}

    static void watch(RoutingContext request, Route route) {
        long began = System.nanoTime();
        request.addEndHandler(_ -> write(request, route, began));
    }

    private static void write(RoutingContext request, Route route, long began) {
        LOG.infof(
                "%s %s -> %d in %d ms, %d bytes, caller %s",
                request.request().method().name(),
                route.template(),
                request.response().getStatusCode(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
                request.response().bytesWritten(),
                caller(request));
    }

    private static String caller(RoutingContext request) {
        return request.user() instanceof QuarkusHttpUser user
                ? user.getSecurityIdentity().getPrincipal().getName()
                : "anonymous";
    }
}
