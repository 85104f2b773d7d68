package io.swiftcart.gateway.edge;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * Ends an answer in its middle, so that its client cannot take it for whole: over HTTP/1 with the
 * connection, over HTTP/2 with its stream alone, since the connection carries those of others.
 */
public final class BreakOff {
    private static final String MARK = BreakOff.class.getName();

    /** INTERNAL_ERROR of RFC 9113. */
    private static final long STREAM_ERROR = 2;

    private BreakOff() {}

    /** Says to the client, and to the log, that the rest will not come. */
    public static void of(RoutingContext context) {
        context.put(MARK, true);
        HttpServerRequest request = context.request();
        if (sharesConnection(request)) {
            request.response().reset(STREAM_ERROR);
        } else {
            request.connection().close();
        }
    }

    /** Whether it was this gateway that ended the answer. */
    public static boolean happenedTo(RoutingContext context) {
        return context.get(MARK) != null;
    }

    /** Whether other requests are on the same connection. */
    public static boolean sharesConnection(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2;
    }
}
