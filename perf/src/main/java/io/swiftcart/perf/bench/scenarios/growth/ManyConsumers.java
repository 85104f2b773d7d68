package io.swiftcart.perf.bench.scenarios.growth;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.perf.bench.BenchFailure;
import io.swiftcart.perf.bench.ClassPath;
import io.swiftcart.perf.bench.JavaProcess;
import io.swiftcart.perf.bench.scenarios.Bench;
import io.swiftcart.perf.bench.scenarios.Findings;
import io.swiftcart.perf.bench.scenarios.Scenario;
import io.swiftcart.perf.bench.shop.Quiet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Orders at half of saturation while ever more consumer groups read the shop's facts as well. */
public final class ManyConsumers implements Scenario {
    private static final List<Integer> GROUPS = List.of(4, 16);
    private static final String CONSUMERS = "consumers";
    private static final Duration JOINED = Duration.ofMinutes(2);

    /** So that the last second's facts are told as well. */
    private static final Duration TOLD = Duration.ofSeconds(3);

    @Override
    public String id() {
        return CONSUMERS;
    }

    @Override
    public String title() {
        return "Create order with ever more consumers of its facts";
    }

    @Override
    public Findings run(Bench bench) {
        Findings findings = new Findings();
        Growing growing = new Growing(bench, findings);
        growing.measure("with the shop's own consumers", growing.orders(), Map.of());
        GROUPS.forEach(groups -> measure(bench, growing, findings, groups));
        findings.note(
                "Each group is one member that reads all facts of orders, payments and stock with the client's defaults;"
                        + " what they take themselves is in the table of costs, but not in the figures.");
        return findings;
    }

    private static void measure(Bench bench, Growing growing, Findings findings, int groups) {
        String with = "with %d groups more".formatted(groups);
        Path file = bench.plan().folder().resolve("consumers-" + groups + ".json").toAbsolutePath();
        try (JavaProcess process = start(bench, groups, file)) {
            awaitJoined(process, file);
            growing.measure(with, growing.orders(), Map.of(CONSUMERS, process.pid()));
            Quiet.pause(TOLD);
            if (!process.isAlive()) {
                throw new BenchFailure("The consumers have ended: see " + file + ".log.");
            }
            List<Long> facts = read(file);
            findings.figure("facts read by each " + with, Collections.max(facts), "facts");
            findings.exactly(
                    0,
                    "facts that a group lacks " + with,
                    Collections.max(facts) - Collections.min(facts),
                    "facts");
        }
    }

    private static JavaProcess start(Bench bench, int groups, Path file) {
        return JavaProcess.start(
                List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"),
                ClassPath.ofService(bench.shop().checkout(), "order"),
                List.of(
                        "io.swiftcart.perf.consumers.Consumers",
                        bench.shop().kafka(),
                        Integer.toString(groups),
                        file.toString()),
                Map.of(),
                file.resolveSibling(file.getFileName() + ".log"));
    }

    private static void awaitJoined(JavaProcess process, Path file) {
        long begun = System.nanoTime();
        while (!Files.exists(file)) {
            if (!process.isAlive() || System.nanoTime() - begun > JOINED.toNanos()) {
                throw new BenchFailure("The consumers do not read: see " + file + ".log.");
            }
            Quiet.pause(Duration.ofMillis(200));
        }
    }

    private static List<Long> read(Path file) {
        try {
            return List.of(new ObjectMapper().readValue(file.toFile(), Long[].class));
        } catch (IOException e) {
            throw new BenchFailure(file + " cannot be read.", e);
        }
    }
}
