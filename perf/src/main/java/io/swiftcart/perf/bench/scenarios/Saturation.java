package io.swiftcart.perf.bench.scenarios;

import io.swiftcart.perf.bench.load.Load;
import io.swiftcart.perf.bench.load.LoadResult;
import io.swiftcart.perf.bench.report.Series;
import io.swiftcart.perf.bench.report.Series.Point;
import io.swiftcart.perf.bench.shop.Quiet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The most that is answered well when arrivals do not wait for answers. The rate rises by half
 * until goodput stops following or p99 leaves a second; then the gap is halved twice.
 *
 * @param sustained the highest rate that was answered well
 * @param peak the highest goodput that was seen, at whatever rate
 * @param steps all that was tried, by rate
 */
public record Saturation(double sustained, double peak, List<Tried> steps) {
    private static final double RISE = 1.5;
    private static final double FOLLOWS = 0.95;
    private static final double P99_MOST = 1000;
    private static final int STEPS_MOST = 16;
    private static final int HALVINGS = 2;

    /** One step. */
    public record Tried(
            double rate, double goodput, double p50, double p99, long refused, long failed) {
        boolean well() {
            return goodput >= FOLLOWS * rate && p99 < P99_MOST;
        }
    }

    static Saturation find(Bench bench, String simulation, String step, String baseUrl) {
        List<Tried> tried = new ArrayList<>();
        double good = 0;
        double rate = bench.plan().firstRate();
        double bad = Double.NaN;
        while (tried.size() < STEPS_MOST && Double.isNaN(bad)) {
            Tried now = tryOut(bench, simulation, step, baseUrl, rate);
            tried.add(now);
            if (now.well()) {
                good = rate;
                rate *= RISE;
            } else {
                bad = rate;
            }
        }
        for (int i = 0; i < HALVINGS && !Double.isNaN(bad); i++) {
            rate = (good + bad) / 2;
            Tried now = tryOut(bench, simulation, step, baseUrl, rate);
            tried.add(now);
            if (now.well()) {
                good = rate;
            } else {
                bad = rate;
            }
        }
        tried.sort(Comparator.comparingDouble(Tried::rate));
        double peak = tried.stream().mapToDouble(Tried::goodput).max().orElse(0);
        return new Saturation(good, peak, List.copyOf(tried));
    }

    /** The steps as lines of a chart. */
    List<Series> series() {
        return List.of(
                new Series(
                        "goodput",
                        "arrivals/s",
                        "1/s",
                        steps.stream()
                                .map(step -> new Point(step.rate(), step.goodput()))
                                .toList()),
                new Series(
                        "p99",
                        "arrivals/s",
                        "ms",
                        steps.stream().map(step -> new Point(step.rate(), step.p99())).toList()));
    }

    private static Tried tryOut(
            Bench bench, String simulation, String step, String baseUrl, double rate) {
        LoadResult result =
                bench.generator()
                        .run(
                                Load.of(simulation).rate(rate).lasting(bench.plan().step()),
                                baseUrl,
                                bench.token());
        Tried tried =
                new Tried(
                        rate,
                        result.goodput(step),
                        result.millis(step, 201, "p50"),
                        result.millis(step, 201, "p99"),
                        result.refused(step),
                        result.failed(step));
        bench.say(
                "%.0f/s: %.0f/s answered well, p99 %.0f ms, %d refused, %d failed"
                        .formatted(
                                rate,
                                tried.goodput(),
                                tried.p99(),
                                tried.refused(),
                                tried.failed()));
        Quiet.await(bench.shop());
        return tried;
    }
}
