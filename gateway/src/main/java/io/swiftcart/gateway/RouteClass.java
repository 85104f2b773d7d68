package io.swiftcart.gateway;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Set;

/**
 * What a request is about, in the order in which the door lets requests in when it cannot let in
 * all: who pays comes before who looks around. Quotas can be set for each class.
 */
public enum RouteClass {
    /** From the provider of payments, signed; it completes orders and has no quota. */
    WEBHOOK,
    /** Placing orders, alone or in batches, and the steps of a checkout. */
    CHECKOUT,
    /** Everything about credentials. */
    LOGIN,
    /** Every other change. */
    WRITE,
    /** Reading. */
    BROWSE;

    private static final String ROOT = "/api/v1/";
    private static final Set<HttpMethod> READS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> PLACES_ORDERS =
            Set.of(ROOT + "orders", ROOT + "orders/batch", ROOT + "checkout");

    /** The class of a request; {@code path} is the one that was checked, dots resolved. */
    public static RouteClass of(HttpServerRequest request, String path) {
        return of(request.method(), path);
    }

    static RouteClass of(HttpMethod method, String path) {
        if (path.startsWith(ROOT + "auth/")) {
            return LOGIN;
        }
        if (path.startsWith(ROOT + "webhooks/")) {
            return WEBHOOK;
        }
        if (READS.contains(method)) {
            return BROWSE;
        }
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return PLACES_ORDERS.contains(plain) || path.startsWith(ROOT + "checkout/")
                ? CHECKOUT
                : WRITE;
    }

    /** As it stands in configuration, headers and metrics. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
