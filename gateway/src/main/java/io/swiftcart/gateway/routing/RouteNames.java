package io.swiftcart.gateway.routing;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Names each request after its route, for the log, metrics and traces: an address as it was sent is
 * no label, for anybody can make up new ones.
 */
@Singleton
class RouteNames {
    /** Where metrics and traces look for the name, in the context of the request. */
    private static final String TEMPLATE = "UrlPathTemplate";

    /** Before all that may answer, and before the {@link RequestLog}. */
    private static final int BEFORE_THE_LOG = RequestLog.BEFORE_ANSWERS + 1;

    void register(@Observes Filters filters) {
        filters.register(RouteNames::name, BEFORE_THE_LOG);
    }

    private static void name(RoutingContext request) {
        String name = RouteTable.templateOf(request.normalizedPath());
        request.put(TEMPLATE, name);
        Vertx.currentContext().putLocal(TEMPLATE, name);
        request.next();
    }

    /** The template of the route, such as {@code /api/v1/orders/{id}}. */
    static String of(RoutingContext request) {
        return request.get(TEMPLATE);
    }
}
