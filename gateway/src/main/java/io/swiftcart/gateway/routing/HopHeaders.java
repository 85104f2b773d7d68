package io.swiftcart.gateway.routing;

import io.swiftcart.platform.correlation.Correlation;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of the headers travels on, and what ends at this hop (RFC 9110, section 7.6.1). */
final class HopHeaders {
    private static final Set<String> HOP_BY_HOP =
            Set.of(
                    "connection",
                    "keep-alive",
                    "proxy-authenticate",
                    "proxy-authorization",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    /**
     * Whoever sends these pretends to be a proxy; only this gateway says where a request came from.
     */
    private static final Set<String> OURS =
            Set.of(
                    "forwarded",
                    "x-forwarded-for",
                    "x-forwarded-host",
                    "x-forwarded-proto",
                    "x-forwarded-port",
                    "x-real-ip");

    private HopHeaders() {}

    /** Copies a request's headers for the service, under this request's correlation id. */
    static void onwards(HttpServerRequest from, MultiMap to) {
        Set<String> named = named(from.getHeader("Connection"));
        from.headers()
                .forEach(
                        (name, value) -> {
                            String key = name.toLowerCase(Locale.ROOT);
                            if (!HOP_BY_HOP.contains(key)
                                    && !OURS.contains(key)
                                    && !named.contains(key)
                                    && !key.equals("host")) {
                                to.add(name, value);
                            }
                        });
        to.set(Correlation.HTTP_HEADER, Correlation.current());
        to.set(Correlation.TRACEPARENT, Correlation.traceparent());
        to.set("X-Forwarded-For", from.remoteAddress().hostAddress());
        to.set("X-Forwarded-Proto", String.valueOf(from.scheme()));
        if (from.authority() != null) {
            to.set("X-Forwarded-Host", from.authority().toString());
        }
    }

    /** Copies an answer's headers for the client. */
    static void back(MultiMap from, MultiMap to) {
        Set<String> named = named(from.get("Connection"));
        from.names()
                .forEach(
                        name -> {
                            String key = name.toLowerCase(Locale.ROOT);
                            if (!HOP_BY_HOP.contains(key) && !named.contains(key)) {
                                to.set(name, from.getAll(name));
                            }
                        });
        to.set("X-Content-Type-Options", "nosniff");
        to.set("X-Frame-Options", "DENY");
        to.set("Referrer-Policy", "no-referrer");
        to.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    private static Set<String> named(@Nullable String connection) {
        return connection == null
                ? Set.of()
                : Arrays.stream(connection.split(","))
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
    }
}
