package io.swiftcart.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** {@code ./swiftcart} at the root of the repository, typed as a person would. */
final class Command {
    static final Path ROOT = root();

    private final Map<String, String> environment;

    Command(Path data, Map<String, String> environment) {
        this.environment = new TreeMap<>(environment);
        this.environment.put("SWIFTCART_DATA", data.toString());
    }

    /**
     * Standard output; fails with everything that was said, when the command fails or takes too
     * long.
     */
    String run(Duration atMost, String... arguments) {
        List<String> line = new ArrayList<>(List.of("./swiftcart"));
        line.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("swiftcart", ".out");
            Path errors = Files.createTempFile("swiftcart", ".err");
            try {
                return run(line, atMost, output, errors);
            } finally {
                Files.delete(output);
                Files.delete(errors);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private String run(List<String> line, Duration atMost, Path output, Path errors)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(line)
                        .directory(ROOT.toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroy();
            throw new AssertionError(line + " took more than " + atMost + said(output, errors));
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(
                    line + " ended with " + process.exitValue() + said(output, errors));
        }
        return Files.readString(output);
    }

    private static String said(Path output, Path errors) throws IOException {
        return "\n" + Files.readString(output) + "\n" + Files.readString(errors);
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("contracts")) ? here : here.resolve("..").normalize();
    }
}
