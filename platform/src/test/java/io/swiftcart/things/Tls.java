package io.swiftcart.things;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority of the test's own, and a PostgreSQL and a neighbour that it vouches for. */
final class Tls {
    private static final String PASSWORD = "changeit";
    private static final String NAMES = "san=dns:localhost,ip:127.0.0.1";

    private final Path directory;

    private Tls(Path directory) {
        this.directory = directory;
    }

    /**
     * Turns TLS on in the PostgreSQL of these settings, starts a neighbour that speaks HTTPS only,
     * and gives the settings with which both are spoken to as in production.
     */
    static Map<String, String> on(
            Map<String, String> settings, Path postgresData, String superuser) {
        try {
            Tls tls = new Tls(Files.createTempDirectory("tls"));
            tls.makeCertificates();
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
        String authority = file("ca.pem").toString();
        settings.put(
                "quarkus.datasource.jdbc.url",
                before.get("quarkus.datasource.jdbc.url")
                        + "?sslmode=verify-full&sslrootcert="
                        + authority);
        settings.put("quarkus.datasource.reactive.postgresql.ssl-mode", "verify-full");
        settings.put("quarkus.datasource.reactive.hostname-verification-algorithm", "HTTPS");
        settings.put("quarkus.datasource.reactive.trust-certificate-pem", "true");
        settings.put("quarkus.datasource.reactive.trust-certificate-pem.certs", authority);
        settings.put("quarkus.tls.neighbours.trust-store.pem.certs", authority);
        for (String client : List.of("trusting", "mistrusting")) {
            settings.put(
                    "quarkus.rest-client." + client + ".url", "https://localhost:" + neighbour);
        }
        settings.put("quarkus.rest-client.trusting.tls-configuration-name", "neighbours");
        return settings;
    }

    private void makeCertificates() throws IOException, GeneralSecurityException {
        keytool(
                "-genkeypair",
                "-alias",
                "ca",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=Test Authority",
                "-ext",
                "bc:c",
                "-validity",
                "2",
                "-keystore",
                name("ca.p12"));
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "ca",
                "-file",
                name("ca.pem"),
                "-keystore",
                name("ca.p12"));
        keytool(
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-validity",
                "2",
                "-keystore",
                name("server.p12"));
        keytool(
                "-certreq",
                "-alias",
                "server",
                "-file",
                name("server.csr"),
                "-keystore",
                name("server.p12"));
        keytool(
                "-gencert",
                "-rfc",
                "-alias",
                "ca",
                "-ext",
                NAMES,
                "-validity",
                "2",
                "-infile",
                name("server.csr"),
                "-outfile",
                name("server.pem"),
                "-keystore",
                name("ca.p12"));
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "ca",
                "-file",
                name("ca.pem"),
                "-keystore",
                name("server.p12"));
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "server",
                "-file",
                name("server.pem"),
                "-keystore",
                name("server.p12"));
        Key key = serverKeys().getKey("server", PASSWORD.toCharArray());
        String base64 =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(key.getEncoded());
        Files.writeString(
                file("server.key"),
                "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
    }

    private void turnOnIn(Path postgresData, String superuser) throws IOException, SQLException {
        for (String name : List.of("server.key", "server.pem")) {
            Path there = postgresData.resolve(name);
            Files.deleteIfExists(there);
            Files.copy(file(name), there);
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
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(serverKeys(), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
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

    private KeyStore serverKeys() throws IOException, GeneralSecurityException {
        try (InputStream file = Files.newInputStream(file("server.p12"))) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, PASSWORD.toCharArray());
            return keys;
        }
    }

    private void keytool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", PASSWORD, "-storetype", "PKCS12"));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(file("keytool.log").toFile())
                        .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + ": " + Files.readString(file("keytool.log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    private String name(String file) {
        return file(file).toString();
    }
}
