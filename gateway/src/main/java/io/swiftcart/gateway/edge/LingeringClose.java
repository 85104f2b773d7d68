package io.swiftcart.gateway.edge;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Ends the connection of a client that was answered while it was sending. Closing at once would
 * reset it, and the client would often lose the answer; so the rest is read into nothing, for two
 * seconds at most. Over HTTP/2 only the stream ends.
 */
public final class LingeringClose {
    private static final long LINGER_MILLIS = 2_000;

    /** NO_ERROR of RFC 9113: the answer is whole, and no more of the request is wanted. */
    private static final long ENOUGH = 0;

    private LingeringClose() {}

    /** To be called before the answer is written. */
    public static void announce(RoutingContext context) {
        if (!BreakOff.sharesConnection(context.request())) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
    }

    /** To be called after the answer was written. */
    public static void of(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (BreakOff.sharesConnection(request)) {
            request.handler(_ -> {});
            request.exceptionHandler(_ -> {});
            request.resume();
            context.vertx().setTimer(LINGER_MILLIS, _ -> context.response().reset(ENOUGH));
            return;
        }
        HttpConnection connection = request.connection();
        context.vertx().setTimer(LINGER_MILLIS, _ -> connection.close());
        request.handler(_ -> {});
        request.endHandler(_ -> connection.close());
        request.exceptionHandler(_ -> {});
        request.resume();
    }
}
