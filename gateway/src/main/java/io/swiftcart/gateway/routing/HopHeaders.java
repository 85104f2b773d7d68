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
     * Whoever sends these pretends to be a proxy; only this gateway says where requests are from.
     */
    private static final Set<String> OURS = Set.of("forwarded", "x-real-ip");

    /** A replica is called by its own name, and a client waits for the gateway's leave. */
    private static final Set<String> ANSWERED_HERE = Set.of("host", "expect");

    private static final String OURS_TOO = "x-forwarded-";

    /** Goes with the trace parent: whatever writes that writes this. */
    private static final String TRACESTATE = "tracestate";

    /** What a service runs on concerns nobody outside. */
    private static final Set<String> INSIDE = Set.of("server", "x-powered-by");

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
                                    && !key.startsWith(OURS_TOO)
                                    && !named.contains(key)
                                    && !ANSWERED_HERE.contains(key)) {
                                to.add(name, value);
                            }
                        });
        to.set(Correlation.HTTP_HEADER, Correlation.current());
        to.remove(Correlation.TRACEPARENT);
        Correlation.traceparentOfCall()
                .ifPresentOrElse(
                        parent -> to.set(Correlation.TRACEPARENT, parent),
                        () -> to.remove(TRACESTATE));
        to.set("X-Forwarded-For", from.remoteAddress().hostAddress());
        to.set("X-Forwarded-Proto", String.valueOf(from.scheme()));
        if (from.authority() != null) {
            to.set("X-Forwarded-Host", from.authority().toString());
        }
    }

    /** Copies an answer's headers for the client; what the gateway has said already stands. */
    static void back(MultiMap from, MultiMap to) {
        Set<String> named = named(from.get("Connection"));
        from.names()
                .forEach(
                        name -> {
                            String key = name.toLowerCase(Locale.ROOT);
                            if (!HOP_BY_HOP.contains(key)
                                    && !INSIDE.contains(key)
                                    && !named.contains(key)
                                    && !to.contains(name)) {
                                to.set(name, from.getAll(name));
                            }
                        });
    }

    private static Set<String> named(@Nullable String connection) {
        return connection == null
                ? Set.of()
                : Arrays.stream(connection.split(","))
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
    }
}
