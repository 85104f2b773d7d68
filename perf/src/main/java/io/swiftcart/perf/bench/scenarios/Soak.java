package io.swiftcart.perf.bench.scenarios;

import io.swiftcart.perf.bench.load.Load;
import io.swiftcart.perf.bench.load.LoadResult;
import io.swiftcart.perf.bench.load.LoadResult.Second;
import io.swiftcart.perf.bench.report.Series;
import io.swiftcart.perf.bench.report.Series.Point;
import java.util.Comparator;
import java.util.List;

/** B5: the same rate for long: nothing may grow. */
final class Soak implements Scenario {
    private static final double ORDERS_PER_SECOND = 10_000 / 60.0;
    private static final double OF_SATURATION = 0.6;
    private static final double DRIFT_PERCENT = 10;
    private static final double FINAL_MOST_SECONDS = 60;

    @Override
    public String id() {
        return "B5";
    }

    @Override
    public String title() {
        return "10,000 orders a minute, or 60 % of saturation if that is less, for long";
    }

    @Override
    public Findings run(Bench bench) {
        double rate = Math.min(ORDERS_PER_SECOND, OF_SATURATION * bench.saturation().peak());
        bench.say(
                "soaking at %.0f/s for %d minutes"
                        .formatted(rate, bench.plan().soak().toMinutes()));
        Bench.Loaded loaded =
                bench.measured(
                        Load.of(Bench.PLACE_ORDER).rate(rate).lasting(bench.plan().soak()),
                        Bench.ORDER);
        LoadResult result = loaded.result();
        List<Second> seconds = result.seconds(Bench.ORDER);
        int third = Math.max(1, seconds.size() / 3);
        double first = medianP99(seconds.subList(0, third));
        double last = medianP99(seconds.subList(seconds.size() - third, seconds.size()));
        Findings findings = new Findings();
        findings.figure("rate", rate, "orders/s");
        findings.figure("p99 of a second, median of the first third", first, "ms");
        findings.figure("p99 of a second, median of the last third", last, "ms");
        findings.below(DRIFT_PERCENT, "drift", 100 * (last - first) / Math.max(1, first), "%");
        findings.figure("p99 of all", result.millis(Bench.ORDER, 201, "p99"), "ms");
        findings.exactly(0, "failed", result.failed(Bench.ORDER), "orders");
        findings.below(
                FINAL_MOST_SECONDS,
                "backlogs empty after",
                loaded.settling().toMillis() / 1000.0,
                "s");
        findings.cost(loaded.cost());
        findings.series(
                new Series(
                        "p99",
                        "s",
                        "ms",
                        seconds.stream()
                                .map(
                                        second ->
                                                new Point(
                                                        second.at() - seconds.getFirst().at(),
                                                        second.p99()))
                                .toList()));
        return findings;
    }

    private static double medianP99(List<Second> seconds) {
        return seconds.stream()
                .map(Second::p99)
                .sorted(Comparator.naturalOrder())
                .skip(seconds.size() / 2)
                .findFirst()
                .orElse(0L);
    }
}
