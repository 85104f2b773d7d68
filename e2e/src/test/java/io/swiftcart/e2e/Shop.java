package io.swiftcart.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A whole shop in a folder of its own, known by its {@code run.json}. */
final class Shop {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration STOP = Duration.ofMinutes(1);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final Path data;
    private final Command command;
    private final int port = freePort();

    Shop(Path data) {
        this.data = data;
        this.command = new Command(data);
    }

    void upFresh() {
        command.run(
                START, "up", "--fresh", "--detach", "--data", data.toString(), "--port", port());
    }

    void upAgain() {
        command.run(START, "up", "--detach", "--data", data.toString(), "--port", port());
    }

    void down() {
        command.run(STOP, "down", "--data", data.toString());
    }

    String token(String user) {
        return command.run(ANSWER, "token", user, "--data", data.toString()).strip();
    }

    /** What {@code up} has written about the processes and their addresses. */
    JsonNode run() {
        try {
            return JSON.readTree(data.resolve("run.json").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean isRunning() {
        return Files.exists(data.resolve("run.json"));
    }

    String gateway() {
        return run().path("gateway").asText();
    }

    long pidOf(String service) {
        return run().path("services").path(service).path("pids").path(0).asLong();
    }

    List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("logs"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private String port() {
        return Integer.toString(port);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
