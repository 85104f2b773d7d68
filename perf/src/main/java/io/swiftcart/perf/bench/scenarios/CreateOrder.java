package io.swiftcart.perf.bench.scenarios;

import io.swiftcart.perf.bench.load.Load;

/** B1: orders of an API client at rising rates, then for a while at half of what was possible. */
public final class CreateOrder implements Scenario {
    private static final double P99_MILLIS = 200;
    private static final double OF_LIMIT = 0.5;

    @Override
    public String id() {
        return "B1";
    }

    @Override
    public String title() {
        return "Create order through the gateway";
    }

    @Override
    public Findings run(Bench bench) {
        Findings findings = new Findings();
        Saturation saturation = bench.saturation();
        saturation.series().forEach(findings::series);
        findings.figure("saturation", saturation.peak(), "orders/s");
        findings.figure("sustained", saturation.sustained(), "orders/s");
        ratios(findings, saturation.peak(), bench.limits());
        double half = saturation.peak() / 2;
        bench.say("half of saturation: %.0f/s".formatted(half));
        Bench.Loaded loaded =
                bench.measured(
                        Load.of(Bench.PLACE_ORDER).rate(half).lasting(bench.plan().measured()),
                        Bench.ORDER);
        findings.figure("half of saturation", half, "orders/s");
        findings.figure("p50 at half", loaded.result().millis(Bench.ORDER, 201, "p50"), "ms");
        findings.figure("p95 at half", loaded.result().millis(Bench.ORDER, 201, "p95"), "ms");
        findings.below(
                P99_MILLIS, "p99 at half", loaded.result().millis(Bench.ORDER, 201, "p99"), "ms");
        findings.exactly(0, "failed at half", loaded.result().failed(Bench.ORDER), "orders");
        findings.cost(loaded.cost());
        return findings;
    }

    private static void ratios(Findings findings, double peak, Limits limits) {
        findings.atLeast(
                OF_LIMIT, "saturation / place statement", peak / limits.of(Limits.PLACE), "×");
        findings.figure(
                "saturation / place transaction", peak / limits.of(Limits.TRANSACTION), "×");
    }
}
