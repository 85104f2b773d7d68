package io.swiftcart.perf.bench.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.perf.bench.BenchFailure;
import io.swiftcart.perf.bench.ClassPath;
import io.swiftcart.perf.bench.JavaProcess;
import io.swiftcart.perf.bench.load.Load;
import io.swiftcart.perf.bench.load.LoadResult;
import io.swiftcart.perf.bench.shop.Databases;
import io.swiftcart.perf.bench.shop.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the parts can do alone, measured under the same shop: so many a second, by name. */
record Limits(Map<String, Double> perSecond, Map<String, Double> p99Millis) {
    static final String PLACE = "place statement";
    static final String TRANSACTION = "place transaction";
    static final String PLAIN_UPDATE = "plain update of one SKU";
    static final String EMPTY_ROUTE = "empty route";
    private static final int USERS_OF_EMPTY_ROUTE = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    static Limits measure(Bench bench) {
        bench.say("measuring the limits");
        Limits limits = new Limits(new LinkedHashMap<>(), new LinkedHashMap<>());
        limits.addOf(bench, "order");
        limits.addOf(bench, "inventory");
        LoadResult empty =
                bench.run(
                        Load.of("EmptyRouteSimulation")
                                .users(USERS_OF_EMPTY_ROUTE, Duration.ZERO)
                                .lasting(bench.plan().step()));
        limits.perSecond().put(EMPTY_ROUTE, empty.goodput(EMPTY_ROUTE));
        limits.p99Millis().put(EMPTY_ROUTE, empty.millis(EMPTY_ROUTE, 404, "p99"));
        return limits;
    }

    double of(String name) {
        return perSecond.getOrDefault(name, Double.NaN);
    }

    private void addOf(Bench bench, String service) {
        Shop shop = bench.shop();
        Path folder = bench.plan().folder();
        Path result = folder.resolve("limits-" + service + ".json").toAbsolutePath();
        Path log = folder.resolve("limits-" + service + ".log");
        List<String> main =
                List.of(
                        "io.swiftcart.perf.limits.Limits",
                        service,
                        shop.kafka(),
                        Long.toString(bench.plan().step().toSeconds()),
                        result.toString());
        List<String> options =
                List.of(
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow");
        try {
            Files.deleteIfExists(result);
            try (JavaProcess process =
                    JavaProcess.start(
                            options,
                            ClassPath.ofService(shop.checkout(), service),
                            main,
                            Map.of("PERF_POSTGRES", shop.postgresUrl()),
                            log)) {
                int exitCode = process.await(PATIENCE);
                if (exitCode != 0) {
                    throw new BenchFailure("The limits of " + service + " fail: see " + log + ".");
                }
            }
            add(new ObjectMapper().readTree(Files.readString(result)));
        } catch (IOException e) {
            throw new BenchFailure("The limits of " + service + " cannot be read.", e);
        } finally {
            new Databases(shop)
                    .execute(
                            "postgres",
                            "drop database if exists perf_" + service + " with (force)");
        }
    }

    private void add(JsonNode rates) {
        rates.properties()
                .forEach(
                        rate -> {
                            perSecond.put(
                                    rate.getKey(), rate.getValue().path("perSecond").asDouble());
                            p99Millis.put(
                                    rate.getKey(),
                                    rate.getValue().path("p99Micros").asDouble() / 1000);
                        });
    }
}
