package io.swiftcart.perf.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a run has seen, by step; times in milliseconds. */
public final class LoadResult {
    /**
     * What is left out at both ends of a run when a rate is taken: arrivals begin and end there.
     */
    private static final int EDGE_SECONDS = 2;

    private final JsonNode outcomes;

    LoadResult(JsonNode outcomes) {
        this.outcomes = outcomes;
    }

    /** {@code good, refused, failed}: answers in this second; {@code p99} of the good ones. */
    public record Second(long at, long good, long refused, long failed, long p99) {
        static Second of(JsonNode second) {
            return new Second(
                    second.path("at").asLong(),
                    second.path("good").asLong(),
                    second.path("refused").asLong(),
                    second.path("failed").asLong(),
                    second.path("p99").asLong());
        }
    }

    /** How many were answered with this status; 0 is no answer. */
    public long count(String step, int status) {
        return status(step, status).path("count").asLong();
    }

    /** By status. */
    public Map<String, Long> counts(String step) {
        Map<String, Long> counts = new TreeMap<>();
        step(step)
                .path("statuses")
                .properties()
                .forEach(
                        status ->
                                counts.put(
                                        status.getKey(), status.getValue().path("count").asLong()));
        return counts;
    }

    /** {@code p50, p95, p99} or {@code max} of the answers with this status. */
    public double millis(String step, int status, String which) {
        return status(step, status).path(which).asDouble();
    }

    /** Second by second, in order. */
    public List<Second> seconds(String step) {
        return step(step).path("seconds").valueStream().map(Second::of).toList();
    }

    /** Good answers of all. */
    public long good(String step) {
        return seconds(step).stream().mapToLong(Second::good).sum();
    }

    public long refused(String step) {
        return seconds(step).stream().mapToLong(Second::refused).sum();
    }

    public long failed(String step) {
        return seconds(step).stream().mapToLong(Second::failed).sum();
    }

    /** Good answers a second, without the edges of the run. */
    public double goodput(String step) {
        List<Second> all = seconds(step);
        List<Second> inner =
                all.size() > 3 * EDGE_SECONDS
                        ? all.subList(EDGE_SECONDS, all.size() - EDGE_SECONDS)
                        : all;
        if (inner.isEmpty()) {
            return 0;
        }
        double seconds = inner.getLast().at() - inner.getFirst().at() + 1.0;
        return inner.stream().mapToLong(Second::good).sum() / seconds;
    }

    private JsonNode step(String step) {
        return outcomes.path("steps").path(step);
    }

    private JsonNode status(String step, int status) {
        return step(step).path("statuses").path(Integer.toString(status));
    }
}
