package io.swiftcart.things;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.swiftcart.stack.testing.Authority;
import io.swiftcart.stack.testing.PostgresOverTls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** A PostgreSQL and a neighbour for which an authority of the test's own vouches. */
final class Tls {
    private final Authority authority;

    private Tls(Authority authority) {
        this.authority = authority;
    }

    /**
     * Turns TLS on in the PostgreSQL of the tests, starts a neighbour that speaks HTTPS only, and
     * gives the settings with which both are spoken to as in production.
     */
    static Map<String, String> on() {
        try {
            Tls tls = new Tls(Authority.create());
            PostgresOverTls.turnOn(tls.authority);
            return tls.settings(tls.startNeighbour());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS", e);
        }
    }

    private Map<String, String> settings(int neighbour) {
        Map<String, String> settings = new HashMap<>(PostgresOverTls.settings(authority));
        settings.put(
                "quarkus.tls.neighbours.trust-store.pem.certs", authority.authority().toString());
        for (String client : List.of("trusting", "mistrusting")) {
            settings.put(
                    "quarkus.rest-client." + client + ".url", "https://localhost:" + neighbour);
        }
        settings.put("quarkus.rest-client.trusting.tls-configuration-name", "neighbours");
        return settings;
    }

    private int startNeighbour() throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(authority.keyManagers().getKeyManagers(), null, null);
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
        return server.getAddress().getPort();
    }
}
