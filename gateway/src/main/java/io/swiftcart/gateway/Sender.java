package io.swiftcart.gateway;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Whom a request is counted for. */
public record Sender(Kind kind, String id) {
    private static final String SERVICE_ACCOUNT = "service-account-";

    /** The groups of an IPv6 address that name a network; the others are the subscriber's own. */
    private static final int NETWORK_GROUPS = 4;

    /** What of the three it is. */
    public enum Kind {
        CLIENT,
        USER,
        ANONYMOUS
    }

    /** From the verified token, or from the address where there is none. */
    public static Sender of(RoutingContext request) {
        JsonWebToken token = tokenOf(request);
        if (token == null) {
            return new Sender(Kind.ANONYMOUS, network(request.request().remoteAddress()));
        }
        String client = clientOf(token);
        return client == null
                ? new Sender(Kind.USER, token.getSubject())
                : new Sender(Kind.CLIENT, client);
    }

    private static @Nullable JsonWebToken tokenOf(RoutingContext request) {
        return request.user() instanceof QuarkusHttpUser user
                        && user.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token
                ? token
                : null;
    }

    /** Client credentials: the client is its own subject, or at Keycloak an account of its name. */
    private static @Nullable String clientOf(JsonWebToken token) {
        Object client = token.getClaim("client_id");
        if (client == null) {
            return null;
        }
        String id = client.toString();
        boolean itself =
                id.equals(token.getSubject())
                        || (SERVICE_ACCOUNT + id).equals(token.getClaim("preferred_username"));
        return itself ? id : null;
    }

    private static String network(@Nullable SocketAddress address) {
        String host = address == null ? null : address.hostAddress();
        if (host == null || host.indexOf(':') < 0) {
            return String.valueOf(host);
        }
        String[] groups = host.split(":", NETWORK_GROUPS + 1);
        return String.join(
                ":", java.util.Arrays.copyOf(groups, Math.min(NETWORK_GROUPS, groups.length)));
    }
}
