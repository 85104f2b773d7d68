package io.swiftcart.stack.testing;

import io.swiftcart.stack.Layout;
import io.swiftcart.stack.Secrets;
import io.swiftcart.stack.parts.TlsDoor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A service under test speaks with its stores over TLS alone, and only because it was told whom to
 * trust: the settings of the guide on security. The tests themselves go in by the plain doors.
 */
public final class StoresOverTls {

    private StoresOverTls() {}

    /** What the stores of this JVM's tests show, and whom the service trusts. */
    public static Certificate certificate() {
        return Certificate.in(layout().part("tls"));
    }

    /** The door of Kafka that the service uses. */
    public static TlsDoor kafkaDoor() {
        return new TlsDoor(Integer.parseInt(Handover.KAFKA_TLS_PORT.value()), certificate().pem());
    }

    static Map<String, String> kafka() {
        return Map.of(
                "kafka.bootstrap.servers",
                "127.0.0.1:" + Handover.KAFKA_TLS_PORT.value(),
                "kafka.security.protocol",
                "SSL",
                "kafka.ssl.truststore.type",
                "PEM",
                "kafka.ssl.truststore.location",
                trusted());
    }

    static Map<String, String> redis() {
        return Map.of(
                "quarkus.redis.hosts",
                "rediss://127.0.0.1:" + Handover.REDIS_TLS_PORT.value(),
                "quarkus.redis.tls-configuration-name",
                "stores",
                "quarkus.tls.stores.hostname-verification-algorithm",
                "HTTPS",
                "quarkus.tls.stores.trust-store.pem.certs",
                trusted());
    }

    /** For both pools of a service. */
    static Map<String, String> postgres() {
        return Map.of(
                "quarkus.datasource.jdbc.additional-jdbc-properties.sslmode", "verify-full",
                "quarkus.datasource.jdbc.additional-jdbc-properties.sslrootcert", trusted(),
                "quarkus.datasource.reactive.postgresql.ssl-mode", "verify-full",
                "quarkus.datasource.reactive.hostname-verification-algorithm", "HTTPS",
                "quarkus.datasource.reactive.trust-certificate-pem", "true",
                "quarkus.datasource.reactive.trust-certificate-pem.certs", trusted());
    }

    /** Has the server, which has one door for both, show the certificate. Again is harmless. */
    static void turnOnPostgres() {
        String superuser =
                "jdbc:postgresql://localhost:%s/postgres?user=postgres&password=%s"
                        .formatted(
                                Handover.POSTGRES_PORT.value(),
                                Secrets.open(layout()).of("postgres"));
        try (Connection connection = DriverManager.getConnection(superuser);
                Statement statement = connection.createStatement()) {
            giveTo(layout().part("postgres"));
            statement.execute("alter system set ssl_cert_file = 'server.pem'");
            statement.execute("alter system set ssl_key_file = 'server.pem'");
            statement.execute("alter system set ssl = on");
            statement.execute("select pg_reload_conf()");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("no TLS", e);
        }
    }

    /** PostgreSQL takes a key only from its own user, and readable to nobody else. */
    private static void giveTo(Path data) throws IOException {
        Path there = data.resolve("server.pem");
        Files.deleteIfExists(there);
        Files.copy(certificate().pem(), there);
        Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rw-------"));
        Files.setOwner(there, Files.getOwner(data));
    }

    private static String trusted() {
        return certificate().trusted().toString();
    }

    private static Layout layout() {
        return new Layout(Path.of(Handover.DIRECTORY.value()));
    }
}
