package io.swiftcart.perf.bench.measure;

import io.swiftcart.perf.bench.shop.Databases;
import io.swiftcart.perf.bench.shop.Quiet;
import io.swiftcart.perf.bench.shop.Shop;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Measures what happens between its start and its end. While it runs it looks at the memory of all
 * processes once a second. A process that is started again in between counts from zero.
 */
public final class Meter implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** PostgreSQL's sessions report what they did within a second of it. */
    private static final Duration REPORTED = Duration.ofMillis(1500);

    private final Shop shop;
    private final Databases databases;
    private final Map<String, Long> others;
    private final Map<String, Long> memory = new ConcurrentHashMap<>();
    private final Map<String, Double> cpu;
    private final Map<String, Double> gc;
    private final MachineTimes machine;
    private final PostgresCounters postgres;
    private final double reaped;
    private final long begun = System.nanoTime();
    private final Thread looking;

    private Meter(Shop shop, Map<String, Long> others) {
        this.shop = shop;
        this.databases = new Databases(shop);
        this.others = Map.copyOf(others);
        this.gc = GcTimes.now(shop.management());
        this.postgres = PostgresCounters.now(databases);
        this.cpu = cpu(pids());
        this.machine = MachineTimes.now();
        this.reaped = ProcessTimes.reapedMillis();
        this.looking = Thread.ofVirtual().unstarted(this::look);
    }

    /** {@code others}: processes beside those of the shop, by name. */
    public static Meter start(Shop shop, Map<String, Long> others) {
        Meter meter = new Meter(shop, others);
        meter.looking.start();
        return meter;
    }

    /** What it has cost so far, by these many orders; call it once the shop is at rest. */
    public Cost stop(String work, long orders) {
        close();
        double seconds = (System.nanoTime() - begun) / 1e9;
        Cost.Machine share = MachineTimes.now().since(machine);
        double generator = ProcessTimes.reapedMillis() - reaped;
        Map<String, Double> cpuNow = cpu(pids());
        Map<String, Double> gcNow = GcTimes.now(shop.management());
        Quiet.pause(REPORTED);
        Cost.Postgres written = PostgresCounters.now(databases).since(postgres, orders);
        Map<String, Cost.OfProcess> processes = new TreeMap<>();
        cpuNow.forEach(
                (name, millis) -> {
                    double spent = spent(cpu, name, millis);
                    processes.put(
                            name,
                            new Cost.OfProcess(
                                    spent,
                                    spent / Math.max(1, orders),
                                    memory.getOrDefault(name, 0L),
                                    spent(gc, name, gcNow.getOrDefault(name, 0.0))));
                });
        return new Cost(work, orders, seconds, processes, generator, share, written);
    }

    @Override
    public void close() {
        looking.interrupt();
    }

    private static double spent(Map<String, Double> before, String name, double now) {
        double since = now - before.getOrDefault(name, 0.0);
        return since < 0 ? now : since;
    }

    private Map<String, Long> pids() {
        Map<String, Long> all = new HashMap<>(shop.pids());
        all.putAll(others);
        return all;
    }

    private static Map<String, Double> cpu(Map<String, Long> pids) {
        Map<String, Double> millis = new HashMap<>();
        pids.forEach((name, pid) -> millis.put(name, ProcessTimes.cpuMillis(pid)));
        return millis;
    }

    private void look() {
        try {
            while (true) {
                pids().forEach(
                                (name, pid) ->
                                        memory.merge(
                                                name, ProcessTimes.memoryBytes(pid), Math::max));
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
