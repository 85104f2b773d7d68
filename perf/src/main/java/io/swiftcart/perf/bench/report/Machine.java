package io.swiftcart.perf.bench.report;

import io.swiftcart.perf.bench.BenchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where it was measured; {@code load} is the one-minute load before anything was started. */
public record Machine(
        int processors,
        String model,
        long memoryMebibytes,
        String kernel,
        String java,
        double load) {

    /** This one, now. */
    public static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                line("/proc/cpuinfo", "model name").replaceAll(".*:\\s*", ""),
                Long.parseLong(line("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1024,
                System.getProperty("os.version"),
                System.getProperty("java.vm.version"),
                Double.parseDouble(line("/proc/loadavg", "").split(" ")[0]));
    }

    private static String line(String file, String beginning) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(beginning))
                    .findFirst()
                    .orElse("0");
        } catch (IOException e) {
            throw new BenchFailure("The benchmark needs Linux: " + file + " cannot be read.", e);
        }
    }
}
