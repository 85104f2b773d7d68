package io.swiftcart.platform.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * In clear text services speak HTTP/1.1 alone; over TLS, where ALPN agrees on it, HTTP/2 as well.
 *
 * <p>Clients that offer an upgrade (Java's own does by itself, {@code curl --http2} too) do not
 * bear what Vert.x sends right after it: of answers of 59 KB Java's client lost 33 in 300 and curl
 * 213 in 300, and of 32 KB some were waited for without end. HTTP has withdrawn that upgrade (RFC
 * 9113, section 3.1). The management port cannot be told: ask it in HTTP/1.1, as Prometheus does.
 */
@Singleton
class ClearText implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
