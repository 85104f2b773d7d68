package io.swiftcart.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swiftcart.stack.Layout;
import io.swiftcart.stack.Ports;
import io.swiftcart.stack.Secrets;
import io.swiftcart.stack.parts.postgres.Databases;
import io.swiftcart.stack.parts.postgres.PostgresPart;
import io.swiftcart.stack.process.Child;
import io.swiftcart.stack.services.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.Driver;

/**
 * The migration jobs as the chart renders them: the service itself, with the environment of the
 * job, migrates its database and ends, though neither Kafka nor the identity provider is there.
 */
class MigrationComponentTest {

    private static final Duration START = Duration.ofSeconds(60);

    @TempDir private static Path directory;
    private static Databases databases;
    private static Child server;

    static List<Service> withDatabase() {
        return Stream.of(Service.values())
                .filter(service -> service.database().isPresent())
                .toList();
    }

    @BeforeAll
    static void start() {
        Layout layout = new Layout(directory);
        PostgresPart postgres =
                new PostgresPart(
                        layout,
                        Secrets.open(layout),
                        Ports.free(layout).of("postgres"),
                        Service.databases(),
                        false);
        server = Child.start(postgres, layout);
        server.awaitReady(START);
        databases = postgres.databases();
    }

    @AfterAll
    static void stop() {
        server.stop(START);
    }

    @ParameterizedTest
    @MethodSource("withDatabase")
    void the_job_migrates_and_ends(Service service) throws Exception {
        Path jar = service.jar(Chart.ROOT);
        assertThat(jar).as(service.id() + " is not built: mvn package").exists();

        Process job = run(service, jar);
        boolean ended = job.waitFor(5, TimeUnit.MINUTES);
        job.destroyForcibly();

        assertThat(ended).as(log(service)).isTrue();
        assertThat(job.exitValue()).as(log(service)).isZero();
        assertThat(migrations(service)).isPositive();
    }

    private static Process run(Service service, Path jar) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder =
                new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-jar",
                        jar.toString());
        builder.environment().clear();
        builder.environment().putAll(environment(service));
        builder.redirectErrorStream(true).redirectOutput(output(service).toFile());
        return builder.start();
    }

    /** That of the job, with the database of this test in the place of the cluster's. */
    private static Map<String, String> environment(Service service) {
        String database = service.database().orElseThrow();
        Manifest job =
                Chart.render("dev").stream()
                        .filter(
                                each ->
                                        each.toString()
                                                .equals("Job shop-" + service.id() + "-migrate"))
                        .findFirst()
                        .orElseThrow();
        Map<String, String> all = new TreeMap<>();
        for (JsonNode variable : job.at("/spec/template/spec/containers/0/env")) {
            String name = variable.path("name").asText();
            String value = variable.path("value").asText("of-the-secret");
            all.put(
                    name,
                    value.replace("//postgres:5432/" + database, databases.location(database)));
        }
        all.put("QUARKUS_DATASOURCE_PASSWORD", databases.password(database));
        // Two of them may run at once on this machine.
        all.put("QUARKUS_HTTP_PORT", "0");
        all.put("QUARKUS_MANAGEMENT_PORT", "0");
        return all;
    }

    private static int migrations(Service service) throws SQLException {
        String database = service.database().orElseThrow();
        Properties login = new Properties();
        login.setProperty("user", database);
        login.setProperty("password", databases.password(database));
        try (Connection connection =
                        new Driver()
                                .connect("jdbc:postgresql:" + databases.location(database), login);
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "select count(*) from flyway_schema_history where success")) {
            found.next();
            return found.getInt(1);
        }
    }

    private static Path output(Service service) {
        return directory.resolve(service.id() + "-migrate.log");
    }

    private static String log(Service service) throws IOException {
        return Files.readString(output(service));
    }
}
