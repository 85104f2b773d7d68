package io.swiftcart.e2e.alerts;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.swiftcart.e2e.Http;
import io.swiftcart.stack.testing.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The {@code prometheus} of the machine, hastened, looking at the services of one shop. */
final class Prometheus implements AutoCloseable {
    private static final String NAME = "prometheus";
    private static final Duration START = Duration.ofMinutes(2);
    private static final Pattern TARGET = Pattern.compile("\"(\\w+):9000\"");

    private final Process process;
    private final String url;

    /**
     * Starts it in a directory of its own; {@code services}: those of {@code run.json}, which say
     * where each target of the shipped configuration is.
     */
    Prometheus(Path directory, JsonNode services) {
        int port = FreePort.any();
        url = "http://127.0.0.1:" + port;
        try {
            Files.createDirectories(directory.resolve("rules"));
            Files.writeString(
                    directory.resolve("prometheus.yml"),
                    Hastened.of(atTheirPorts(RuleFiles.configuration(), services)));
            for (Map.Entry<String, String> rules : RuleFiles.rules().entrySet()) {
                Files.writeString(
                        directory.resolve("rules").resolve(rules.getKey()),
                        Hastened.of(rules.getValue()));
            }
            process = started(directory, port);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        await().atMost(START)
                .ignoreExceptions()
                .until(() -> Http.get(url + "/-/ready", Map.of()).status() == 200);
    }

    /** Whether the machine has one. */
    static boolean isThere() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, NAME)));
    }

    boolean fires(String alert) {
        return Http.get(url + "/api/v1/alerts", Map.of())
                .json()
                .path("data")
                .path("alerts")
                .valueStream()
                .filter(one -> one.path("state").asText().equals("firing"))
                .anyMatch(one -> one.path("labels").path("alertname").asText().equals(alert));
    }

    /** The value of an expression's first series; NaN if it has none. */
    double value(String expression) {
        return Http.get(url + "/api/v1/query?query=" + expression, Map.of())
                .json()
                .path("data")
                .path("result")
                .path(0)
                .path("value")
                .path(1)
                .asDouble(Double.NaN);
    }

    private static String atTheirPorts(String configuration, JsonNode services) {
        return TARGET.matcher(configuration)
                .replaceAll(
                        target -> {
                            String service = target.group(1);
                            URI management =
                                    URI.create(services.path(service).path("management").asText());
                            return "\"" + management.getAuthority() + "\"";
                        });
    }

    private static Process started(Path directory, int port) throws IOException {
        return new ProcessBuilder(
                        NAME,
                        "--config.file=prometheus.yml",
                        "--storage.tsdb.path=data",
                        "--web.listen-address=127.0.0.1:" + port)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("prometheus.log").toFile())
                .start();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
