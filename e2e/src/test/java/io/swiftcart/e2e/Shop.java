package io.swiftcart.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.stack.testing.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A whole shop in a folder of its own, known by its {@code run.json}. */
public final class Shop {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration STOP = Duration.ofMinutes(1);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** Whether the services run as native executables, which have been built before. */
    static final boolean NATIVE = "native".equals(System.getProperty("form"));

    private final Path data;
    private final Command command;
    private final int port = FreePort.any();

    public Shop(Path data) {
        this(data, Map.of());
    }

    /** {@code environment}: for {@code up}, beside what it inherits. */
    public Shop(Path data, Map<String, String> environment) {
        this.data = data;
        this.command = new Command(data, environment);
    }

    /** The folder of everything that the shop keeps. */
    public Path data() {
        return data;
    }

    public void upFresh() {
        up("--fresh");
    }

    /** Without the demo data. */
    public void upEmpty() {
        up("--fresh", "--no-demo");
    }

    /** {@code replicas}: as {@code up --replicas} takes them. */
    public void upFresh(String replicas) {
        up("--fresh", "--replicas", replicas);
    }

    public void upAgain() {
        up();
    }

    private void up(String... options) {
        List<String> line = new ArrayList<>(List.of("up", "--detach", "--data", data.toString()));
        line.addAll(List.of("--port", Integer.toString(port)));
        line.addAll(List.of(options));
        if (NATIVE) {
            line.add("--native");
        }
        command.run(START, line.toArray(String[]::new));
    }

    public void down() {
        command.run(STOP, "down", "--data", data.toString());
    }

    /** With the options of {@code ./swiftcart token}. */
    public String token(String user, String... options) {
        List<String> line = new ArrayList<>(List.of("token", user));
        line.addAll(List.of(options));
        line.addAll(List.of("--data", data.toString()));
        return command.run(ANSWER, line.toArray(String[]::new)).strip();
    }

    /** A token that outlives any suite. */
    public String lastingToken(String user) {
        return token(user, "--ttl", "36000");
    }

    /** Switches a fault on, by its name in {@code ./swiftcart fault list}. */
    public void fault(String name, Object value) {
        command.run(ANSWER, "fault", "set", name, value.toString(), "--data", data.toString());
    }

    public void noFaults() {
        command.run(ANSWER, "fault", "clear", "--data", data.toString());
    }

    /** Sends all dead letters to their consumers again. */
    public void replayDeadLetters() {
        command.run(ANSWER, "dlq", "replay", "--data", data.toString());
    }

    /** The shop's own check of its invariants; fails when one is broken or cannot be seen. */
    public String verify() {
        return command.run(START, "verify", "--data", data.toString());
    }

    /** Looks whether the trail of what operators did is whole; fails when it is not. */
    public String verifyAudit() {
        return command.run(START, "audit", "verify", "--data", data.toString());
    }

    /** What {@code up} has written about the processes and their addresses. */
    public JsonNode run() {
        try {
            return JSON.readTree(data.resolve("run.json").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public boolean isRunning() {
        return Files.exists(data.resolve("run.json"));
    }

    public String gateway() {
        return run().path("gateway").asText();
    }

    /** Addresses by name: the gateway and each service itself. */
    public Map<String, String> doors() {
        Map<String, String> doors = new LinkedHashMap<>();
        doors.put("gateway", gateway());
        run().path("services")
                .properties()
                .forEach(each -> doors.put(each.getKey(), each.getValue().path("url").asText()));
        return doors;
    }

    /** Of a service or of a part, by its name in {@code run.json}; of the first replica. */
    public long pidOf(String service) {
        return pidsOf(service).getFirst();
    }

    /** One for each replica. */
    public List<Long> pidsOf(String service) {
        JsonNode run = run();
        JsonNode known = run.path("services").path(service);
        return known.isMissingNode()
                ? List.of(run.path(service).path("pid").asLong())
                : known.path("pids").valueStream().map(JsonNode::asLong).toList();
    }

    public List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("logs"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Once it is stopped: what it said may be of use, the rest is large. */
    public void deleteAllButLogs() {
        try (Stream<Path> files = Files.walk(data)) {
            files.filter(file -> !file.startsWith(data.resolve("logs")) && !file.equals(data))
                    .sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
