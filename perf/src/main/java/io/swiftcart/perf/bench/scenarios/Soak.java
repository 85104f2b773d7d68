package io.swiftcart.perf.bench.scenarios;

import io.swiftcart.perf.bench.load.Load;
import io.swiftcart.perf.bench.load.LoadResult;
import io.swiftcart.perf.bench.load.LoadResult.Second;
import io.swiftcart.perf.bench.measure.Watch;
import io.swiftcart.perf.bench.measure.Watch.Seen;
import io.swiftcart.perf.bench.report.Series;
import io.swiftcart.perf.bench.report.Series.Point;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** B5: the same rate for long: latency, memory and work under way may not grow. */
public final class Soak implements Scenario {
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
        try (Watch watch = Watch.start(bench.shop())) {
            Bench.Loaded loaded =
                    bench.measured(
                            Load.of(Bench.PLACE_ORDER).rate(rate).lasting(bench.plan().soak()),
                            Bench.ORDER);
            return findings(rate, loaded, watch.seen());
        }
    }

    private static Findings findings(double rate, Bench.Loaded loaded, List<Seen> seen) {
        LoadResult result = loaded.result();
        List<Second> seconds = result.seconds(Bench.ORDER);
        double start = seconds.getFirst().at();
        List<Point> p99 = points(seconds, second -> second.at() - start, Second::p99);
        List<Point> memory = points(seen, Seen::second, Seen::mebibytes);
        List<Point> backlog = points(seen, Seen::second, Seen::backlog);
        Findings findings = new Findings();
        findings.figure("rate", rate, "orders/s");
        thirds(findings, "p99 of a second", p99, "ms");
        findings.below(DRIFT_PERCENT, "drift of it", drift(p99), "%");
        findings.figure("p99 of all", result.millis(Bench.ORDER, 201, "p99"), "ms");
        findings.exactly(0, "failed", result.failed(Bench.ORDER), "orders");
        thirds(findings, "memory of all services", memory, "MiB");
        findings.below(DRIFT_PERCENT, "drift of memory", drift(memory), "%");
        thirds(findings, "facts and checkouts under way", backlog, "");
        findings.below(
                FINAL_MOST_SECONDS,
                "backlogs empty after",
                loaded.settling().toMillis() / 1000.0,
                "s");
        findings.cost(loaded.cost());
        findings.series(new Series("p99", "s", "ms", p99));
        findings.series(new Series("memory", "s", "MiB", memory));
        findings.series(new Series("under way", "s", "", backlog));
        return findings;
    }

    private static void thirds(Findings findings, String what, List<Point> points, String unit) {
        findings.figure(what + ", median of the first third", first(points), unit);
        findings.figure(what + ", median of the last third", last(points), unit);
    }

    private static double drift(List<Point> points) {
        return 100 * (last(points) - first(points)) / Math.max(1, first(points));
    }

    private static double first(List<Point> points) {
        return median(points.subList(0, third(points)));
    }

    private static double last(List<Point> points) {
        return median(points.subList(points.size() - third(points), points.size()));
    }

    private static int third(List<Point> points) {
        return Math.max(1, points.size() / 3);
    }

    private static double median(List<Point> points) {
        return points.stream()
                .mapToDouble(Point::y)
                .sorted()
                .skip(points.size() / 2)
                .findFirst()
                .orElse(0);
    }

    private static <T> List<Point> points(
            List<T> values, ToDoubleFunction<T> x, ToDoubleFunction<T> y) {
        return values.stream()
                .map(value -> new Point(x.applyAsDouble(value), y.applyAsDouble(value)))
                .toList();
    }
}
