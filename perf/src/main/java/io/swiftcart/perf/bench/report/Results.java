package io.swiftcart.perf.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.swiftcart.perf.bench.BenchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything that one benchmark has measured, as it is written and read again.
 *
 * @param format of this file; 1
 * @param startedAt RFC 3339
 * @param form {@code jvm} or {@code native}
 */
public record Results(
        int format,
        String startedAt,
        String form,
        Machine machine,
        List<Subject> subjects,
        List<Measurement> measurements) {
    public static final int FORMAT = 1;
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Whether a run broke an invariant, or broke off. */
    public boolean areVoid() {
        return measurements.stream()
                .map(Measurement::state)
                .anyMatch(
                        state ->
                                state.equals(Measurement.VOID) || state.equals(Measurement.FAILED));
    }

    public void write(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            JSON.writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw new BenchFailure("The file " + file + " cannot be written.", e);
        }
    }

    public static Results read(Path file) {
        try {
            return JSON.readValue(file.toFile(), Results.class);
        } catch (IOException e) {
            throw new BenchFailure(file + " is no result of a benchmark: " + e.getMessage(), e);
        }
    }
}
