package io.swiftcart.account.credentials;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;

/**
 * Whom a request comes from: the peer, or whom it speaks for if it is a gateway that is trusted.
 */
public final class ClientAddress {
    private ClientAddress() {}

    public static String of(HttpServerRequest request) {
        SocketAddress peer = request.remoteAddress();
        return peer == null ? "" : peer.hostAddress();
    }
}
