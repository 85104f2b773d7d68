package io.swiftcart.things;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.swiftcart.stack.testing.Certificate;
import io.swiftcart.stack.testing.StoresOverTls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** A neighbour that speaks HTTPS only, with a certificate that only tests know. */
final class NeighbourOverTls {

    private NeighbourOverTls() {}

    /** Starts it, and gives the settings of a client who trusts it and of one who does not. */
    static Map<String, String> start() {
        Certificate certificate = StoresOverTls.certificate();
        String url = "https://localhost:" + listen(certificate);
        return Map.of(
                "quarkus.tls.neighbours.trust-store.pem.certs",
                certificate.trusted().toString(),
                "quarkus.rest-client.trusting.url",
                url,
                "quarkus.rest-client.trusting.tls-configuration-name",
                "neighbours",
                "quarkus.rest-client.mistrusting.url",
                url);
    }

    private static int listen(Certificate certificate) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(certificate.keyManagers().getKeyManagers(), null, null);
            HttpsServer server =
                    HttpsServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context));
            server.createContext(
                    "/",
                    exchange -> {
                        exchange.sendResponseHeaders(204, -1);
                        exchange.close();
                    });
            server.start();
            return server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS", e);
        }
    }
}
