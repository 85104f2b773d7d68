package io.swiftcart.perf.bench.scenarios.growth;

import io.swiftcart.perf.bench.scenarios.Bench;
import io.swiftcart.perf.bench.scenarios.Findings;
import io.swiftcart.perf.bench.scenarios.Scenario;
import io.swiftcart.perf.bench.shop.Databases;
import io.swiftcart.perf.bench.shop.Quiet;
import io.swiftcart.perf.bench.shop.StoredOrders;
import java.util.Map;

/** Orders at half of saturation while ever more of them are stored. */
public final class Growth implements Scenario {
    private static final String SIZE =
            "select sum(pg_database_size(datname)) / 1048576 from pg_database";

    @Override
    public String id() {
        return "growth";
    }

    @Override
    public String title() {
        return "Create order with ever more orders stored";
    }

    @Override
    public Findings run(Bench bench) {
        Databases databases = new Databases(bench.shop());
        StoredOrders stored = new StoredOrders(databases);
        Findings findings = new Findings();
        Growing growing = new Growing(bench, findings);
        for (long wanted : bench.plan().storedOrders()) {
            Quiet.await(bench.shop());
            bench.say("storing orders until there are %,d".formatted(wanted));
            stored.fillUpTo(wanted);
            String with = "with %,d orders".formatted(stored.count());
            findings.figure("databases " + with, databases.number("orders", SIZE), "MiB");
            growing.measure(with, growing.orders(), Map.of());
        }
        return findings;
    }
}
