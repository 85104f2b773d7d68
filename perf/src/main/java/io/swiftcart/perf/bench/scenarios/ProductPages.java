package io.swiftcart.perf.bench.scenarios;

import io.swiftcart.perf.bench.load.Load;
import java.time.Duration;

/** B3: many who look at products and think in between; then some who do not think. */
public final class ProductPages implements Scenario {
    private static final String SIMULATION = "ProductPageSimulation";
    private static final String STEP = "product page";
    private static final Duration THINKING = Duration.ofSeconds(2);
    private static final int USERS_WITHOUT_THOUGHT = 64;
    private static final double P95_MILLIS = 300;
    private static final double OF_EMPTY_ROUTE = 0.5;

    @Override
    public String id() {
        return "B3";
    }

    @Override
    public String title() {
        return "Product pages";
    }

    @Override
    public Findings run(Bench bench) {
        Findings findings = new Findings();
        Bench.Loaded thinking =
                bench.measured(
                        Load.of(SIMULATION)
                                .users(bench.plan().users(), THINKING)
                                .lasting(bench.plan().measured()),
                        STEP);
        findings.figure("users with 2 s of thought", bench.plan().users(), "users");
        findings.figure("pages", thinking.result().goodput(STEP), "1/s");
        findings.figure("p50", thinking.result().millis(STEP, 200, "p50"), "ms");
        findings.below(P95_MILLIS, "p95", thinking.result().millis(STEP, 200, "p95"), "ms");
        findings.figure("p99", thinking.result().millis(STEP, 200, "p99"), "ms");
        findings.exactly(0, "failed", thinking.result().failed(STEP), "pages");
        findings.cost(thinking.cost());
        Bench.Loaded hurrying =
                bench.measured(
                        Load.of(SIMULATION)
                                .users(USERS_WITHOUT_THOUGHT, Duration.ZERO)
                                .lasting(bench.plan().step()),
                        STEP);
        double rate = hurrying.result().goodput(STEP);
        findings.figure("pages without thought", rate, "1/s");
        findings.atLeast(
                OF_EMPTY_ROUTE,
                "pages / empty route",
                rate / bench.limits().of(Limits.EMPTY_ROUTE),
                "×");
        return findings;
    }
}
