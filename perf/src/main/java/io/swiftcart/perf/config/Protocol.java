package io.swiftcart.perf.config;

import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.http.HttpProtocolBuilder;

/** HTTP as an API client speaks it: connections are kept and shared, nothing else is cached. */
public final class Protocol {

    private Protocol() {}

    /** With the configured token. */
    public static HttpProtocolBuilder ofBuyer() {
        HttpProtocolBuilder guest = ofGuest();
        return Token.configured()
                .map(token -> guest.authorizationHeader("Bearer " + token))
                .orElse(guest);
    }

    /** Without a token. */
    public static HttpProtocolBuilder ofGuest() {
        return http.baseUrl(Settings.baseUrl())
                .acceptHeader("application/json")
                .userAgentHeader("swiftcart-perf")
                .shareConnections()
                .disableCaching()
                .disableFollowRedirect()
                .disableWarmUp();
    }
}
