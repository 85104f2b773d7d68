package io.swiftcart.perf.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.perf.bench.BenchFailure;
import io.swiftcart.perf.bench.ClassPath;
import io.swiftcart.perf.bench.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs Gatling in a process of its own; its HTML reports stay in the folder of the run. */
public final class LoadGenerator {
    private static final Duration BEYOND = Duration.ofMinutes(5);

    private final Path folder;
    private final Path tokenFile;
    private int runs;

    /** {@code folder}: of the whole benchmark. */
    public LoadGenerator(Path folder) {
        this.folder = folder.toAbsolutePath();
        this.tokenFile = this.folder.resolve("token");
    }

    /** A run that goes on; {@link #result} waits for it. */
    public record Running(JavaProcess process, Path outcomes, Load load, Path log) {}

    /** Runs the load to its end. */
    public LoadResult run(Load load, String baseUrl, String token) {
        return result(start(load, baseUrl, token));
    }

    /** Starts the load; a token never stands in a command line. */
    public Running start(Load load, String baseUrl, String token) {
        runs++;
        Path run = folder.resolve("%03d-%s".formatted(runs, load.simulation()));
        Path outcomes = run.resolve("outcomes.json");
        Path log = run.resolve("gatling.log");
        try {
            Files.createDirectories(run);
            Files.writeString(tokenFile, token);
        } catch (IOException e) {
            throw new BenchFailure("The folder " + run + " cannot be written.", e);
        }
        List<String> options =
                new ArrayList<>(
                        List.of(
                                "-Xmx768m",
                                "-XX:+UseParallelGC",
                                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Dperf.baseUrl=" + baseUrl,
                                "-Dperf.tokenFile=" + tokenFile,
                                "-Dperf.outcomes=" + outcomes));
        load.settings().forEach((name, value) -> options.add("-Dperf." + name + "=" + value));
        List<String> main =
                List.of(
                        "io.gatling.app.Gatling",
                        "--simulation",
                        "io.swiftcart.perf.simulations." + load.simulation(),
                        "--results-folder",
                        run.toString());
        JavaProcess process = JavaProcess.start(options, ClassPath.own(), main, Map.of(), log);
        return new Running(process, outcomes, load, log);
    }

    /** Waits for the end of a run. */
    public LoadResult result(Running running) {
        try (JavaProcess process = running.process()) {
            int exitCode = process.await(running.load().duration().plus(BEYOND));
            if (!Files.exists(running.outcomes())) {
                throw new BenchFailure(
                        "Gatling ended with " + exitCode + ": see " + running.log() + ".");
            }
            return new LoadResult(
                    new ObjectMapper().readTree(Files.readString(running.outcomes())));
        } catch (IOException e) {
            throw new BenchFailure("Gatling's outcomes cannot be read.", e);
        } finally {
            deleteToken();
        }
    }

    private void deleteToken() {
        try {
            Files.deleteIfExists(tokenFile);
        } catch (IOException e) {
            throw new BenchFailure("The file " + tokenFile + " cannot be deleted.", e);
        }
    }
}
