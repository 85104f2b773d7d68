package io.swiftcart.stack.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.swiftcart.stack.Layout;
import io.swiftcart.stack.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * Beside {@link StackTestResource} with the part {@code postgres}: the service speaks with
 * PostgreSQL over TLS alone, and only because it knows the authority that vouches for the server.
 */
public class PostgresOverTls implements QuarkusTestResourceLifecycleManager {

    @Override
    public int order() {
        return -50;
    }

    @Override
    public Map<String, String> start() {
        Authority authority = Authority.create();
        turnOn(authority);
        return settings(authority);
    }

    @Override
    public void stop() {}

    /** Has the server show the certificate that this authority has made. */
    public static void turnOn(Authority authority) {
        Layout layout = new Layout(Path.of(Handover.DIRECTORY.value()));
        String superuser =
                "jdbc:postgresql://localhost:%s/postgres?user=postgres&password=%s"
                        .formatted(
                                Handover.POSTGRES_PORT.value(),
                                Secrets.open(layout).of("postgres"));
        try (Connection connection = DriverManager.getConnection(superuser);
                Statement statement = connection.createStatement()) {
            copy(authority, layout.part("postgres"));
            statement.execute("alter system set ssl_cert_file = 'server.pem'");
            statement.execute("alter system set ssl_key_file = 'server.key'");
            statement.execute("alter system set ssl = on");
            statement.execute("select pg_reload_conf()");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("no TLS", e);
        }
    }

    /** How a service is told to trust nobody else, for both of its pools. */
    public static Map<String, String> settings(Authority authority) {
        String trusted = authority.authority().toString();
        return Map.of(
                "quarkus.datasource.jdbc.additional-jdbc-properties.sslmode", "verify-full",
                "quarkus.datasource.jdbc.additional-jdbc-properties.sslrootcert", trusted,
                "quarkus.datasource.reactive.postgresql.ssl-mode", "verify-full",
                "quarkus.datasource.reactive.hostname-verification-algorithm", "HTTPS",
                "quarkus.datasource.reactive.trust-certificate-pem", "true",
                "quarkus.datasource.reactive.trust-certificate-pem.certs", trusted);
    }

    /** PostgreSQL takes a key only from its own user, and readable to nobody else. */
    private static void copy(Authority authority, Path data) throws IOException {
        for (Path file : List.of(authority.key(), authority.certificate())) {
            Path there = data.resolve(file.getFileName());
            Files.deleteIfExists(there);
            Files.copy(file, there);
            Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rw-------"));
            Files.setOwner(there, Files.getOwner(data));
        }
    }
}
