package io.swiftcart.perf.bench.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.perf.bench.BenchFailure;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A running shop of one checkout, in a data directory of its own. */
public final class Shop implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START = Duration.ofMinutes(20);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final int TOKEN_SECONDS = 86_400;

    private final Path checkout;
    private final Path data;
    private final SwiftCartCommand command;

    private Shop(Path checkout, Path data) {
        this.checkout = checkout;
        this.data = data.toAbsolutePath();
        this.command = new SwiftCartCommand(checkout, this.data);
    }

    /**
     * The verdict of {@code verify}.
     *
     * @param holds whether every invariant holds
     * @param report as it is printed; empty when the command could not look
     */
    public record Verdict(boolean holds, JsonNode report) {}

    /** Starts one with the demo data, on free ports; builds what is stale first. */
    public static Shop fresh(Path checkout, Path data, boolean nativeImages) {
        Shop shop = new Shop(checkout, data);
        String port = Integer.toString(freePort());
        if (nativeImages) {
            shop.command.run(START, "up", "--fresh", "--detach", "--native", "--port", port);
        } else {
            shop.command.run(START, "up", "--fresh", "--detach", "--port", port);
        }
        return shop;
    }

    public Path checkout() {
        return checkout;
    }

    /** Where logs and data lie. */
    public Path data() {
        return data;
    }

    public String gateway() {
        return run().path("gateway").asText();
    }

    /** With an account that sees every database. */
    public String postgresUrl() {
        return run().path("postgres").path("url").asText();
    }

    public String kafka() {
        return run().path("kafka").path("bootstrap").asText();
    }

    /** {@code run.json} as it is now; its process ids change when a process is started again. */
    public JsonNode run() {
        try {
            return JSON.readTree(Files.readString(data.resolve("run.json")));
        } catch (IOException e) {
            throw new BenchFailure("The shop has ended: look at " + data.resolve("logs") + ".", e);
        }
    }

    /** Process ids of services and parts by name; {@code order-2} is the second replica. */
    public Map<String, Long> pids() {
        JsonNode run = run();
        Map<String, Long> pids = new TreeMap<>();
        run.path("services")
                .properties()
                .forEach(
                        service -> {
                            int replica = 0;
                            for (JsonNode pid : service.getValue().path("pids")) {
                                replica++;
                                String name =
                                        replica == 1
                                                ? service.getKey()
                                                : service.getKey() + "-" + replica;
                                pids.put(name, pid.asLong());
                            }
                        });
        for (String part : new String[] {"postgres", "redis", "kafka", "mail", "paymentSandbox"}) {
            if (run.path(part).has("pid")) {
                pids.put(part, run.path(part).path("pid").asLong());
            }
        }
        return pids;
    }

    /** Where the services show their metrics, by name. */
    public Map<String, String> management() {
        Map<String, String> addresses = new TreeMap<>();
        run().path("services")
                .properties()
                .forEach(
                        service ->
                                addresses.put(
                                        service.getKey(),
                                        service.getValue().path("management").asText()));
        return addresses;
    }

    /** A token that outlives any run. */
    public String token(String user) {
        return command.run(ANSWER, "token", user, "--ttl", Integer.toString(TOKEN_SECONDS)).strip();
    }

    /** {@code status --json}. */
    public JsonNode status() {
        return json(command.run(ANSWER, "status", "--json"));
    }

    /** Evaluates the invariants now. */
    public Verdict verify() {
        SwiftCartCommand.Output output = command.tried(ANSWER, "verify", "--json");
        boolean looked = output.exitCode() == 0 || output.exitCode() == 1;
        return new Verdict(
                output.exitCode() == 0, looked ? json(output.out()) : JSON.createObjectNode());
    }

    @Override
    public void close() {
        command.tried(ANSWER, "down");
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new BenchFailure("./swiftcart has not printed JSON: " + text, e);
        }
    }

    /** Free at this moment. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new BenchFailure("The system has no free port.", e);
        }
    }
}
