package io.swiftcart.gateway.edge;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Ends the connection of a client that was answered while it was sending. Closing at once would
 * reset it, and the client would often lose the answer; so the rest is read into nothing, for two
 * seconds at most.
 */
public final class LingeringClose {
    private static final long LINGER_MILLIS = 2_000;

    private LingeringClose() {}

    /** To be called after the answer was written. */
    public static void of(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpConnection connection = request.connection();
        context.vertx().setTimer(LINGER_MILLIS, _ -> connection.close());
        request.handler(_ -> {});
        request.endHandler(_ -> connection.close());
        request.exceptionHandler(_ -> {});
        request.resume();
    }
}
