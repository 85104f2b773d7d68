package io.swiftcart.perf.bench.scenarios.growth;

import io.swiftcart.perf.bench.load.Load;
import io.swiftcart.perf.bench.scenarios.Bench;
import io.swiftcart.perf.bench.scenarios.Findings;
import java.time.Duration;
import java.util.Map;

/**
 * Create order at half of saturation, again and again while something grows: each time beside the
 * first.
 */
final class Growing {
    private static final double TIMES_FIRST = 1.5;

    /** Long enough for each rule that is looked at once a minute. */
    private static final Duration RUN_IN = Duration.ofSeconds(75);

    private final Bench bench;
    private final Findings findings;
    private final double rate;
    private double first = Double.NaN;

    Growing(Bench bench, Findings findings) {
        this.bench = bench;
        this.findings = findings;
        this.rate = bench.saturation().peak() / 2;
        findings.figure("rate", rate, "orders/s");
    }

    /** Orders at this rate; more may be said of them. */
    Load orders() {
        return Load.of(Bench.PLACE_ORDER).rate(rate);
    }

    /**
     * Measures {@link #orders()} or what was made of them.
     *
     * @param with what there is so much of now
     * @param others processes beside the shop's, by name, whose costs are part of the table
     */
    void measure(String with, Load load, Map<String, Long> others) {
        // A shop that has so much has looked at it before: what was just written has not.
        bench.run(load.lasting(RUN_IN));
        Bench.Loaded loaded =
                bench.measured(
                        load.lasting(bench.plan().measured()),
                        Bench.ORDER,
                        bench.shop().gateway(),
                        bench.token(),
                        others);
        double p99 = loaded.result().millis(Bench.ORDER, 201, "p99");
        findings.figure("p50 " + with, loaded.result().millis(Bench.ORDER, 201, "p50"), "ms");
        findings.figure("p99 " + with, p99, "ms");
        if (Double.isNaN(first)) {
            first = p99;
        } else {
            findings.below(TIMES_FIRST, "p99 " + with + " / the first", p99 / first, "×");
        }
        findings.exactly(0, "failed " + with, loaded.result().failed(Bench.ORDER), "orders");
        findings.figure(
                "CPU per order " + with, loaded.cost().cpuMillisPerOrder(others.keySet()), "ms");
        findings.cost(loaded.cost());
    }
}
