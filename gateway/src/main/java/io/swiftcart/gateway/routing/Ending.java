package io.swiftcart.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * How an exchange with a client ended. Whether it failed, as the router tells, says it for HTTP/1
 * only: a stream of HTTP/2 closes while its answer is being ended, and is told as broken; and it is
 * told as whole when this gateway broke it off.
 */
enum Ending {
    /** The answer was written to its end. */
    ANSWERED,
    /** The connection, or the stream, ended before. */
    BROKEN;

    /** Tells the end of this exchange. */
    static void of(RoutingContext context, Handler<Ending> handler) {
        context.addEndHandler(_ -> handler.handle(context.response().ended() ? ANSWERED : BROKEN));
    }
}
