package io.swiftcart.perf.bench.scenarios.growth;

import io.swiftcart.perf.bench.load.Load;
import io.swiftcart.perf.bench.load.LoadResult;
import io.swiftcart.perf.bench.scenarios.Bench;
import io.swiftcart.perf.bench.scenarios.Findings;
import io.swiftcart.perf.bench.scenarios.Scenario;
import java.util.List;
import java.util.Map;

/** Orders, lists, searches and product pages with very many products in the shop. */
public final class BigCatalogue implements Scenario {
    private static final double RATE = 10;
    private static final double PAGE_P95_MILLIS = 300;
    private static final double SEARCH_P95_MILLIS = 500;

    @Override
    public String id() {
        return "catalogue";
    }

    @Override
    public String title() {
        return "Orders, lists and searches with very many products";
    }

    @Override
    public Findings run(Bench bench) {
        Findings findings = new Findings();
        Growing growing = new Growing(bench, findings);
        growing.measure("of the demo's products", growing.orders(), Map.of());
        int products = bench.plan().products();
        bench.say("importing %d products".formatted(products));
        double seconds = new ImportProducts(bench.shop()).load(products);
        findings.figure("products imported", products, "products");
        findings.figure("import", products / Math.max(1, seconds), "1/s");
        Load browsing = Load.of("BrowseSimulation").rate(RATE).lasting(bench.plan().measured());
        report(findings, bench.run(browsing), PAGE_P95_MILLIS, "product list", "product page");
        Load searching = Load.of("SearchSimulation").rate(RATE).lasting(bench.plan().measured());
        report(findings, bench.run(searching), SEARCH_P95_MILLIS, "search", "suggestions");
        new StockProducts(bench.shop())
                .from(ImportProducts.FIRST, ImportProducts.FIRST + products - 1);
        growing.measure(
                "of %,d products".formatted(products),
                growing.orders()
                        .with("skuFrom", Integer.toString(ImportProducts.FIRST))
                        .with("skuTo", Integer.toString(ImportProducts.FIRST + products - 1)),
                Map.of());
        findings.note(
                "At 10 visitors a second; lists that the service keeps are part of it. Orders come at half of saturation.");
        return findings;
    }

    private static void report(
            Findings findings, LoadResult result, double p95Millis, String... steps) {
        for (String step : List.of(steps)) {
            findings.figure(step + ", p50", result.millis(step, 200, "p50"), "ms");
            findings.below(p95Millis, step + ", p95", result.millis(step, 200, "p95"), "ms");
            findings.exactly(0, step + ", failed", result.failed(step), "answers");
        }
    }
}
