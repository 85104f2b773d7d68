package io.swiftcart.perf.bench;

import io.swiftcart.perf.bench.scenarios.CheckOut;
import io.swiftcart.perf.bench.scenarios.CommitStock;
import io.swiftcart.perf.bench.scenarios.CreateOrder;
import io.swiftcart.perf.bench.scenarios.HotSku;
import io.swiftcart.perf.bench.scenarios.KillEach;
import io.swiftcart.perf.bench.scenarios.MeasureLimits;
import io.swiftcart.perf.bench.scenarios.Overload;
import io.swiftcart.perf.bench.scenarios.Peers;
import io.swiftcart.perf.bench.scenarios.ProductPages;
import io.swiftcart.perf.bench.scenarios.Scenario;
import io.swiftcart.perf.bench.scenarios.Soak;
import io.swiftcart.perf.bench.scenarios.StartUp;
import io.swiftcart.perf.bench.scenarios.growth.BigCatalogue;
import io.swiftcart.perf.bench.scenarios.growth.Growth;
import io.swiftcart.perf.bench.scenarios.growth.ManyConsumers;
import java.util.List;
import java.util.stream.Collectors;

/** All scenarios, in the order in which they are run: what harms or fills the shop comes last. */
public final class Scenarios {
    private static final List<Scenario> ALL =
            List.of(
                    new MeasureLimits(),
                    new StartUp(),
                    new CreateOrder(),
                    new CheckOut(),
                    new ProductPages(),
                    new CommitStock(),
                    new HotSku(),
                    new Peers(),
                    new Overload(),
                    new Soak(),
                    new KillEach(),
                    new ManyConsumers(),
                    new Growth(),
                    new BigCatalogue());

    private Scenarios() {}

    /** Those that are named, or all. */
    public static List<Scenario> named(List<String> ids) {
        for (String id : ids) {
            if (ALL.stream().noneMatch(scenario -> scenario.id().equalsIgnoreCase(id))) {
                throw new BenchFailure("There is no scenario " + id + ": take " + names() + ".");
            }
        }
        return ALL.stream()
                .filter(
                        scenario ->
                                ids.isEmpty()
                                        || ids.stream().anyMatch(scenario.id()::equalsIgnoreCase))
                .toList();
    }

    /** Their names, for people. */
    public static String names() {
        return ALL.stream().map(Scenario::id).sorted().collect(Collectors.joining(", "));
    }
}
