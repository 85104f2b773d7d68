package io.swiftcart.gateway.edge;

import io.vertx.core.http.HttpServerRequest;

/** Lets the rest of a paused request come: the connection's next request stands behind it. */
public final class ReadOn {

    private ReadOn() {}

    /** A stream of HTTP/2 may be over by now, and then minds to be asked for more. */
    public static void of(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.resume();
        }
    }
}
