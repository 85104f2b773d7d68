package io.swiftcart.platform.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How an exchange with a client ended.
 *
 * <p>A stream of HTTP/2 closes while its answer is being ended, and Vert.x then tells the end
 * twice, the first time as if the client had gone away.
 */
public enum Ending {
    /** The answer was written to its end. */
    ANSWERED,
    /** The connection, or the stream, ended before. */
    BROKEN;

    /** Tells the end of this exchange, once. */
    public static void of(RoutingContext context, Handler<Ending> handler) {
        AtomicBoolean told = new AtomicBoolean();
        context.addEndHandler(
                ended -> {
                    if (told.compareAndSet(false, true)) {
                        boolean answered = ended.succeeded() || context.response().ended();
                        handler.handle(answered ? ANSWERED : BROKEN);
                    }
                });
    }
}
