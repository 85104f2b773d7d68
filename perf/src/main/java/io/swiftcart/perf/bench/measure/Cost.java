package io.swiftcart.perf.bench.measure;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a piece of work has cost.
 *
 * @param work what it was
 * @param orders how many orders (or whatever was done) the figures are divided by
 * @param seconds how long it took, until the shop was at rest again
 * @param processes by name
 * @param generatorCpuMillis of the load generator, which no other figure contains
 */
public record Cost(
        String work,
        long orders,
        double seconds,
        Map<String, OfProcess> processes,
        double generatorCpuMillis,
        Machine machine,
        Postgres postgres) {

    /** {@code memoryPeakBytes}: resident; of PostgreSQL proportional, with all its processes. */
    public record OfProcess(
            double cpuMillis, double cpuMillisPerOrder, long memoryPeakBytes, double gcMillis) {}

    /** Percent of both processors together. */
    public record Machine(double user, double system, double steal, double idle) {}

    /** Of the whole server. */
    public record Postgres(
            double walBytesPerOrder, double walFlushesPerOrder, double commitsPerOrder) {}

    /** Processor time per order of everything but the load generator. */
    public double cpuMillisPerOrder() {
        return cpuMillisPerOrder(Set.of());
    }

    /** The same without these processes, by name. */
    public double cpuMillisPerOrder(Set<String> without) {
        return processes.entrySet().stream()
                .filter(process -> !without.contains(process.getKey()))
                .mapToDouble(process -> process.getValue().cpuMillisPerOrder())
                .sum();
    }

    /** Memory of the named processes at their peaks. */
    public double mebibytes(Predicate<String> which) {
        return processes.entrySet().stream()
                        .filter(process -> which.test(process.getKey()))
                        .mapToLong(process -> process.getValue().memoryPeakBytes())
                        .sum()
                / 1048576.0;
    }
}
