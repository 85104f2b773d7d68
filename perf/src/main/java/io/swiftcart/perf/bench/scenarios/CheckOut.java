package io.swiftcart.perf.bench.scenarios;

import io.swiftcart.perf.bench.load.Load;
import io.swiftcart.perf.bench.shop.Databases;

/** B2: guests from an empty cart to a confirmed order, and on to the mail. */
public final class CheckOut implements Scenario {
    private static final String SIMULATION = "CheckoutSimulation";
    private static final String STEP = "complete checkout";
    private static final double P95_MILLIS = 500;
    private static final double AIM = 500;

    @Override
    public String id() {
        return "B2";
    }

    @Override
    public String title() {
        return "Cart, checkout, confirmed, stock committed, mailed";
    }

    @Override
    public Findings run(Bench bench) {
        Findings findings = new Findings();
        Saturation saturation = Saturation.find(bench, SIMULATION, STEP, bench.shop().gateway());
        saturation.series().forEach(findings::series);
        findings.atLeast(AIM, "checkouts at most", saturation.peak(), "1/s");
        Databases databases = new Databases(bench.shop());
        String begun = databases.rows("postgres", "select now()").getFirst()[0];
        Bench.Loaded loaded =
                bench.measured(
                        Load.of(SIMULATION)
                                .rate(saturation.peak() / 2)
                                .lasting(bench.plan().measured()),
                        STEP);
        findings.figure("half of that", saturation.peak() / 2, "1/s");
        findings.figure("time to confirmed, p50", loaded.result().millis(STEP, 201, "p50"), "ms");
        findings.below(
                P95_MILLIS,
                "time to confirmed, p95",
                loaded.result().millis(STEP, 201, "p95"),
                "ms");
        findings.figure("time to confirmed, p99", loaded.result().millis(STEP, 201, "p99"), "ms");
        findings.figure(
                "due to mailed, p50",
                databases.number(
                        "notification",
                        "select coalesce(percentile_cont(0.5) within group (order by extract(epoch from settled_at"
                                + " - created_at) * 1000), 0) from delivery where status = 'SENT' and created_at >= '"
                                + begun
                                + "'"),
                "ms");
        findings.cost(loaded.cost());
        return findings;
    }
}
