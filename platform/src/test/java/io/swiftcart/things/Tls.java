package io.swiftcart.things;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.swiftcart.stack.testing.Authority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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
     * Turns TLS on in the PostgreSQL of these settings, starts a neighbour that speaks HTTPS only,
     * and gives the settings with which both are spoken to as in production.
     */
    static Map<String, String> on(
            Map<String, String> settings, Path postgresData, String superuser) {
        try {
            Tls tls = new Tls(Authority.create());
            tls.turnOnIn(postgresData, superuser);
            int port = tls.startNeighbour();
            return tls.settings(settings, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | SQLException e) {
            throw new IllegalStateException("no TLS", e);
        }
    }

    private Map<String, String> settings(Map<String, String> before, int neighbour) {
        Map<String, String> settings = new HashMap<>();
        String trusted = authority.authority().toString();
        settings.put(
                "quarkus.datasource.jdbc.url",
                before.get("quarkus.datasource.jdbc.url")
                        + "?sslmode=verify-full&sslrootcert="
                        + trusted);
        settings.put("quarkus.datasource.reactive.postgresql.ssl-mode", "verify-full");
        settings.put("quarkus.datasource.reactive.hostname-verification-algorithm", "HTTPS");
        settings.put("quarkus.datasource.reactive.trust-certificate-pem", "true");
        settings.put("quarkus.datasource.reactive.trust-certificate-pem.certs", trusted);
        settings.put("quarkus.tls.neighbours.trust-store.pem.certs", trusted);
        for (String client : List.of("trusting", "mistrusting")) {
            settings.put(
                    "quarkus.rest-client." + client + ".url", "https://localhost:" + neighbour);
        }
        settings.put("quarkus.rest-client.trusting.tls-configuration-name", "neighbours");
        return settings;
    }

    private void turnOnIn(Path postgresData, String superuser) throws IOException, SQLException {
        for (Path file : List.of(authority.key(), authority.certificate())) {
            Path there = postgresData.resolve(file.getFileName());
            Files.deleteIfExists(there);
            Files.copy(file, there);
            Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rw-------"));
            Files.setOwner(there, Files.getOwner(postgresData));
        }
        try (Connection connection = DriverManager.getConnection(superuser);
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set ssl_cert_file = 'server.pem'");
            statement.execute("alter system set ssl_key_file = 'server.key'");
            statement.execute("alter system set ssl = on");
            statement.execute("select pg_reload_conf()");
        }
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
