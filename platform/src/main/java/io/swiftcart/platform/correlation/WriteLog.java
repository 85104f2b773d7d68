package io.swiftcart.platform.correlation;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * One line for each request that may change something, under its correlation id, so that an order
 * can be followed through the logs of all services. Reads are told by the gateway alone.
 */
@Singleton
class WriteLog {
    private static final Logger LOG = Logger.getLogger(WriteLog.class);

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    /** Within the correlation of the request, before all that may answer it. */
    private static final int BEFORE_ANSWERS = 990;

    void register(@Observes Filters filters) {
        filters.register(WriteLog::watch, BEFORE_ANSWERS);
    }

    private static void watch(RoutingContext request) {
        if (!READS.contains(request.request().method().name())) {
            long began = System.nanoTime();
            request.addEndHandler(_ -> write(request, began));
        }
        request.next();
    }

    private static void write(RoutingContext request, long began) {
        LOG.infof(
                "%s %s -> %d in %d ms",
                request.request().method().name(),
                nameless(request.normalizedPath()),
                request.response().getStatusCode(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    /**
     * Without ids: whoever knows the id of a guest's cart or session opens it, and a log is read by
     * many.
     */
    static String nameless(String path) {
        return RouteName.of(path);
    }
}
