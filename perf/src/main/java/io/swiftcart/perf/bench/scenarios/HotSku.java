package io.swiftcart.perf.bench.scenarios;

import io.swiftcart.perf.bench.load.Load;
import io.swiftcart.perf.bench.load.LoadResult;
import io.swiftcart.perf.bench.shop.Databases;
import java.time.Duration;

/** B6: everybody wants the same thing, and there is not enough of it. */
public final class HotSku implements Scenario {
    private static final String STEP = "buy the hot one";
    private static final String SKU = "SKU-00500";
    private static final double DECISIONS = 5_000;
    private static final String BATCHES = "batches of 64 reserves of one SKU";
    private static final int BATCH = 64;

    @Override
    public String id() {
        return "B6";
    }

    @Override
    public String title() {
        return "One hot SKU";
    }

    @Override
    public Findings run(Bench bench) {
        Databases databases = new Databases(bench.shop());
        double left = available(databases);
        Bench.Loaded loaded =
                bench.measured(
                        Load.of("FlashSaleSimulation")
                                .with("profile", "spike")
                                .with("rate", "1")
                                .with("users", Integer.toString(bench.plan().buyers()))
                                .with("hotSku", SKU)
                                .lasting(Duration.ofSeconds(10)),
                        STEP);
        LoadResult result = loaded.result();
        Findings findings = new Findings();
        findings.figure("buyers at once", bench.plan().buyers(), "buyers");
        findings.figure("units", left, "units");
        findings.exactly(left, "sold", left - available(databases), "units");
        findings.figure("bought", result.count(STEP, 201), "answers");
        findings.figure("told that nothing is left", result.count(STEP, 409), "answers");
        findings.figure("refused", result.refused(STEP), "answers");
        findings.figure("failed", result.failed(STEP), "answers");
        findings.figure("p99 of the bought", result.millis(STEP, 201, "p99"), "ms");
        findings.figure("p99 of the others", result.millis(STEP, 409, "p99"), "ms");
        findings.cost(loaded.cost());
        double decisions = BATCH * bench.limits().of(BATCHES);
        findings.atLeast(DECISIONS, "decisions of the ledger alone", decisions, "1/s");
        findings.figure(
                "decisions / plain update of one SKU",
                decisions / bench.limits().of(Limits.PLAIN_UPDATE),
                "×");
        findings.note(
                "Decisions a second are those of inventory's statement with 64 orders together over one connection, as"
                        + " the service sends them; the plain update writes no movement, no reservation and no fact.");
        return findings;
    }

    private static double available(Databases databases) {
        return databases.number(
                "inventory", "select on_hand - reserved from stock where sku = '" + SKU + "'");
    }
}
