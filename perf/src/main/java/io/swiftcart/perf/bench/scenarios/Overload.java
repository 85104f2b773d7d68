package io.swiftcart.perf.bench.scenarios;

import io.swiftcart.perf.bench.load.Load;
import io.swiftcart.perf.bench.load.LoadResult;
import io.swiftcart.perf.bench.report.Series;
import io.swiftcart.perf.bench.report.Series.Point;

/** B9: three times more than is possible. */
public final class Overload implements Scenario {
    private static final double TIMES = 3;
    private static final double GOODPUT_OF_PEAK = 0.9;
    private static final double REFUSED_MILLIS = 50;

    @Override
    public String id() {
        return "B9";
    }

    @Override
    public String title() {
        return "Three times overload";
    }

    @Override
    public Findings run(Bench bench) {
        double peak = bench.saturation().peak();
        bench.say("three times overload: %.0f/s".formatted(TIMES * peak));
        Bench.Loaded loaded =
                bench.measured(
                        Load.of(Bench.PLACE_ORDER)
                                .rate(TIMES * peak)
                                .lasting(bench.plan().overload()),
                        Bench.ORDER);
        LoadResult result = loaded.result();
        double goodput = result.goodput(Bench.ORDER);
        Findings findings = new Findings();
        findings.figure("arrivals", TIMES * peak, "orders/s");
        findings.figure("goodput", goodput, "orders/s");
        findings.atLeast(GOODPUT_OF_PEAK, "goodput / peak", goodput / peak, "×");
        findings.figure("refused", result.refused(Bench.ORDER), "answers");
        refusal(findings, result, 503);
        refusal(findings, result, 429);
        findings.exactly(0, "never answered", result.count(Bench.ORDER, 0), "orders");
        findings.figure("other answers", result.failed(Bench.ORDER), "answers");
        findings.figure("p99 of the accepted", result.millis(Bench.ORDER, 201, "p99"), "ms");
        findings.figure("at rest again after", loaded.settling().toMillis() / 1000.0, "s");
        findings.cost(loaded.cost());
        var seconds = result.seconds(Bench.ORDER);
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

    private static void refusal(Findings findings, LoadResult result, int status) {
        if (result.count(Bench.ORDER, status) > 0) {
            findings.below(
                    REFUSED_MILLIS,
                    "p99 of answer " + status,
                    result.millis(Bench.ORDER, status, "p99"),
                    "ms");
        }
    }
}
