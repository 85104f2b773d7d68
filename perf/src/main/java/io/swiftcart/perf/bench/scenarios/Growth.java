package io.swiftcart.perf.bench.scenarios;

import io.swiftcart.perf.bench.load.Load;
import io.swiftcart.perf.bench.shop.Databases;
import io.swiftcart.perf.bench.shop.Quiet;
import io.swiftcart.perf.bench.shop.StoredOrders;
import java.time.Duration;

/** Orders at half of saturation while ever more of them are stored. */
final class Growth implements Scenario {
    private static final double TIMES_FEWEST = 1.5;

    /** Long enough for each rule that is looked at once a minute. */
    private static final Duration RUN_IN = Duration.ofSeconds(75);

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
        double rate = bench.saturation().peak() / 2;
        Databases databases = new Databases(bench.shop());
        StoredOrders stored = new StoredOrders(databases);
        Findings findings = new Findings();
        findings.figure("rate", rate, "orders/s");
        double fewest = 0;
        for (long wanted : bench.plan().storedOrders()) {
            Quiet.await(bench.shop());
            bench.say("storing orders until there are %,d".formatted(wanted));
            stored.fillUpTo(wanted);
            // A shop that has so many has looked at them before: what was just written has not.
            bench.run(Load.of(Bench.PLACE_ORDER).rate(rate).lasting(RUN_IN));
            String with = " with %,d".formatted(stored.count());
            Bench.Loaded loaded =
                    bench.measured(
                            Load.of(Bench.PLACE_ORDER).rate(rate).lasting(bench.plan().measured()),
                            Bench.ORDER);
            double p99 = loaded.result().millis(Bench.ORDER, 201, "p99");
            findings.figure("databases" + with, databases.number("orders", SIZE), "MiB");
            findings.figure("p50" + with, loaded.result().millis(Bench.ORDER, 201, "p50"), "ms");
            if (fewest == 0) {
                fewest = p99;
            }
            findings.figure("p99" + with, p99, "ms");
            findings.below(TIMES_FEWEST, "p99" + with + " / with the fewest", p99 / fewest, "×");
            findings.exactly(0, "failed" + with, loaded.result().failed(Bench.ORDER), "orders");
            findings.cost(loaded.cost());
        }
        return findings;
    }
}
