package io.swiftcart.perf.bench.shop;

import io.swiftcart.perf.bench.BenchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./swiftcart} of one checkout, for one data directory, typed as a person would. */
final class SwiftCartCommand {
    private final Path checkout;
    private final Path data;

    SwiftCartCommand(Path checkout, Path data) {
        this.checkout = checkout;
        this.data = data;
    }

    /** How a command ended and what it said. */
    record Output(int exitCode, String out, String errors) {}

    /** Its standard output; a failure with its last words when it does not end well. */
    String run(Duration atMost, String... arguments) {
        Output output = tried(atMost, arguments);
        if (output.exitCode() != 0) {
            throw new BenchFailure(
                    "./swiftcart "
                            + arguments[0]
                            + " ended with "
                            + output.exitCode()
                            + ": "
                            + (output.errors().isBlank() ? output.out() : output.errors()).strip());
        }
        return output.out();
    }

    /** However it ends. */
    Output tried(Duration atMost, String... arguments) {
        List<String> line = new ArrayList<>(List.of("./swiftcart"));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--data", data.toString()));
        try {
            Path out = Files.createTempFile("swiftcart-bench", ".out");
            Path errors = Files.createTempFile("swiftcart-bench", ".err");
            try {
                Process process =
                        new ProcessBuilder(line)
                                .directory(checkout.toFile())
                                .redirectOutput(out.toFile())
                                .redirectError(errors.toFile())
                                .start();
                if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroy();
                    throw new BenchFailure(line + " took more than " + atMost.toSeconds() + " s.");
                }
                return new Output(
                        process.exitValue(), Files.readString(out), Files.readString(errors));
            } finally {
                Files.deleteIfExists(out);
                Files.deleteIfExists(errors);
            }
        } catch (IOException e) {
            throw new BenchFailure("./swiftcart does not start in " + checkout + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted.", e);
        }
    }
}
