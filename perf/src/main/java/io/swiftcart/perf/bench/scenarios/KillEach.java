package io.swiftcart.perf.bench.scenarios;

import io.swiftcart.perf.bench.load.Load;
import io.swiftcart.perf.bench.load.LoadGenerator;
import io.swiftcart.perf.bench.load.LoadResult;
import io.swiftcart.perf.bench.load.LoadResult.Second;
import io.swiftcart.perf.bench.report.Series;
import io.swiftcart.perf.bench.report.Series.Point;
import io.swiftcart.perf.bench.shop.Quiet;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** B10: orders keep coming while each process is killed in its turn. */
public final class KillEach implements Scenario {
    private static final double RATE = 200;
    private static final double OF_SATURATION = 0.5;
    private static final double AGAIN = 0.95;
    private static final int STEADY_SECONDS = 3;
    private static final double RECOVERED_SECONDS = 10;
    private static final Long GONE = -1L;
    private static final Duration BETWEEN = Duration.ofSeconds(25);

    @Override
    public String id() {
        return "B10";
    }

    @Override
    public String title() {
        return "Each process killed in its turn";
    }

    @Override
    public Findings run(Bench bench) {
        double rate = Math.min(RATE, OF_SATURATION * bench.saturation().peak());
        List<String> victims = List.copyOf(bench.shop().pids().keySet());
        Duration whole = BETWEEN.multipliedBy(victims.size() + 1L);
        bench.say("%.0f/s for %d s, %d kills".formatted(rate, whole.toSeconds(), victims.size()));
        LoadGenerator.Running load =
                bench.generator()
                        .start(
                                Load.of(Bench.PLACE_ORDER).rate(rate).lasting(whole),
                                bench.shop().gateway(),
                                bench.token());
        Map<String, Long> killed = new LinkedHashMap<>();
        for (String victim : victims) {
            Quiet.pause(BETWEEN);
            killed.put(victim, System.currentTimeMillis() / 1000);
            bench.say("killing " + victim);
            ProcessHandle.of(bench.shop().pids().getOrDefault(victim, GONE))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
        LoadResult result = bench.generator().result(load);
        Quiet.await(bench.shop());
        return judged(rate, killed, result);
    }

    private static Findings judged(double rate, Map<String, Long> killed, LoadResult result) {
        Findings findings = new Findings();
        findings.figure("rate", rate, "orders/s");
        List<Second> seconds = result.seconds(Bench.ORDER);
        killed.forEach(
                (victim, at) ->
                        findings.below(
                                RECOVERED_SECONDS,
                                victim + ": goodput is back after",
                                recovered(seconds, at, AGAIN * rate),
                                "s"));
        findings.figure("refused", result.refused(Bench.ORDER), "answers");
        findings.figure("failed or unanswered", result.failed(Bench.ORDER), "answers");
        findings.series(
                new Series(
                        "goodput",
                        "s",
                        "1/s",
                        seconds.stream()
                                .map(s -> new Point(s.at() - seconds.getFirst().at(), s.good()))
                                .toList()));
        return findings;
    }

    /**
     * Seconds from the kill until goodput has stood for three seconds; the whole pause if never.
     */
    static double recovered(List<Second> seconds, long killedAt, double goodput) {
        int steady = 0;
        for (Second second : seconds) {
            if (second.at() > killedAt) {
                steady = second.good() >= goodput ? steady + 1 : 0;
                if (steady == STEADY_SECONDS) {
                    return second.at() - killedAt - (double) STEADY_SECONDS;
                }
            }
        }
        return BETWEEN.toSeconds();
    }
}
