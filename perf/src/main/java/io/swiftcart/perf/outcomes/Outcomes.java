package io.swiftcart.perf.outcomes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swiftcart.perf.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Every answer of one run by step and status, and by step and second. Status 0 is a request that
 * was never answered. Written as JSON to {@code perf.outcomes} when the run ends:
 *
 * <pre>{"steps": {"place order": {"statuses": {"201": {"count", "p50", "p95", "p99", "max"}},
 *  "seconds": [{"at", "good", "refused", "failed", "p99"}]}}}</pre>
 *
 * Times in milliseconds, {@code at} in seconds since 1970, by the time of the answer. Answers of
 * the step's first {@code perf.runIn} seconds are counted, but their times are only in the seconds:
 * the generator itself is slow while it loads its classes.
 */
public final class Outcomes {
    private static final long LONGEST_MILLIS = 120_000;
    private static final int DIGITS = 3;

    /** A long run has thousands of seconds: one per cent is exact enough for each. */
    private static final int DIGITS_OF_A_SECOND = 2;

    private static final Map<String, Step> STEPS = new ConcurrentSkipListMap<>();

    private Outcomes() {}

    /** What is known of one step. */
    private record Step(
            long timedFromMillis, Map<Integer, Answers> statuses, Map<Long, Second> seconds) {
        Step(long nowMillis) {
            this(
                    nowMillis + Settings.runIn().toMillis(),
                    new ConcurrentSkipListMap<>(),
                    new ConcurrentSkipListMap<>());
        }
    }

    /** All answers with one status, and the times of those after the run-in. */
    private record Answers(LongAdder count, ConcurrentHistogram times) {
        Answers() {
            this(new LongAdder(), new ConcurrentHistogram(LONGEST_MILLIS, DIGITS));
        }
    }

    /** The answers of one second. */
    private record Second(ConcurrentHistogram good, LongAdder refused, LongAdder failed) {
        Second() {
            this(new ConcurrentHistogram(DIGITS_OF_A_SECOND), new LongAdder(), new LongAdder());
        }

        void note(int status, boolean wanted, long millis) {
            if (wanted) {
                good.recordValue(millis);
            } else if (isRefusal(status)) {
                refused.increment();
            } else {
                failed.increment();
            }
        }
    }

    /** Notes an answer that arrived now. {@code good}: it is what the user came for. */
    public static void note(String step, int status, boolean good, long millis, long nowMillis) {
        long counted = Math.clamp(millis, 0, LONGEST_MILLIS);
        Step known = STEPS.computeIfAbsent(step, _ -> new Step(nowMillis));
        Answers answers = known.statuses().computeIfAbsent(status, _ -> new Answers());
        answers.count().increment();
        if (nowMillis >= known.timedFromMillis()) {
            answers.times().recordValue(counted);
        }
        known.seconds()
                .computeIfAbsent(nowMillis / 1000, _ -> new Second())
                .note(status, good, counted);
    }

    /** Writes the file, if one is asked for. */
    public static void write() {
        String file = System.getProperty("perf.outcomes");
        if (file == null) {
            return;
        }
        try {
            new ObjectMapper().writeValue(Path.of(file).toFile(), json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that is known, as it is written. */
    static ObjectNode json() {
        ObjectNode all = new ObjectMapper().createObjectNode();
        ObjectNode steps = all.putObject("steps");
        new TreeMap<>(STEPS).forEach((name, step) -> write(steps.putObject(name), step));
        return all;
    }

    static void forget() {
        STEPS.clear();
    }

    private static void write(ObjectNode node, Step step) {
        ObjectNode statuses = node.putObject("statuses");
        step.statuses().forEach((status, all) -> write(statuses.putObject("" + status), all));
        step.seconds()
                .forEach(
                        (at, second) ->
                                node.withArray("seconds")
                                        .addObject()
                                        .put("at", at)
                                        .put("good", second.good().getTotalCount())
                                        .put("refused", second.refused().sum())
                                        .put("failed", second.failed().sum())
                                        .put("p99", second.good().getValueAtPercentile(99)));
    }

    private static void write(ObjectNode node, Answers answers) {
        ConcurrentHistogram times = answers.times();
        node.put("count", answers.count().sum())
                .put("p50", times.getValueAtPercentile(50))
                .put("p95", times.getValueAtPercentile(95))
                .put("p99", times.getValueAtPercentile(99))
                .put("max", times.getMaxValue());
    }

    private static boolean isRefusal(int status) {
        return status == 429 || status == 503;
    }
}
