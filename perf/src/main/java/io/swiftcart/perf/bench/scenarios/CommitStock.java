package io.swiftcart.perf.bench.scenarios;

import io.swiftcart.perf.bench.load.Load;
import io.swiftcart.perf.bench.shop.Databases;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** B4: how long after an order is confirmed its stock is committed, at half of saturation. */
public final class CommitStock implements Scenario {
    private static final double MEDIAN_MILLIS = 50;
    private static final String CONFIRMED =
            "select order_id, extract(epoch from occurred_at) * 1000 from order_event"
                    + " where type = 'OrderConfirmed' and occurred_at >= '%s'";
    private static final String COMMITTED =
            "select order_id, extract(epoch from max(occurred_at)) * 1000 from movement"
                    + " where type = 'COMMITTED' and occurred_at >= '%s' group by order_id";

    @Override
    public String id() {
        return "B4";
    }

    @Override
    public String title() {
        return "Event published to stock committed";
    }

    @Override
    public Findings run(Bench bench) {
        Databases databases = new Databases(bench.shop());
        double rate = bench.saturation().peak() / 2;
        String begun = databases.rows("postgres", "select now()").getFirst()[0];
        bench.measured(
                Load.of(Bench.PLACE_ORDER).rate(rate).lasting(bench.plan().measured()),
                Bench.ORDER);
        double[] millis = delays(databases, begun);
        Findings findings = new Findings();
        findings.figure("rate", rate, "orders/s");
        findings.figure("orders compared", millis.length, "orders");
        findings.below(MEDIAN_MILLIS, "median", quantile(millis, 0.50), "ms");
        findings.figure("p95", quantile(millis, 0.95), "ms");
        findings.figure("p99", quantile(millis, 0.99), "ms");
        findings.note(
                "From the time in the order's history to the time of the movement: both are taken just before their"
                        + " commits, so the figure holds the order's own commit and the relay beside Kafka and"
                        + " inventory, and lacks the last commit.");
        return findings;
    }

    private static double[] delays(Databases databases, String begun) {
        Map<String, Double> confirmed = new HashMap<>();
        databases
                .rows("orders", CONFIRMED.formatted(begun))
                .forEach(row -> confirmed.put(row[0], Double.valueOf(row[1])));
        return databases.rows("inventory", COMMITTED.formatted(begun)).stream()
                .filter(row -> confirmed.containsKey(row[0]))
                .mapToDouble(
                        row ->
                                Double.parseDouble(row[1])
                                        - confirmed.getOrDefault(row[0], Double.NaN))
                .sorted()
                .toArray();
    }

    /** Of sorted values; NaN of none. */
    static double quantile(double[] sorted, double which) {
        return sorted.length == 0
                ? Double.NaN
                : Arrays.stream(sorted)
                        .skip((long) (which * (sorted.length - 1)))
                        .findFirst()
                        .orElseThrow();
    }
}
