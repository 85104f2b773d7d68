package io.swiftcart.e2e.chaos;

import static org.awaitility.Awaitility.await;

import io.swiftcart.e2e.Bus;
import io.swiftcart.e2e.Http;
import io.swiftcart.e2e.Shop;
import io.swiftcart.e2e.load.Buyers;
import io.swiftcart.e2e.load.Journal;
import io.swiftcart.e2e.load.Purchase;
import io.swiftcart.e2e.oracle.Oracle;
import io.swiftcart.e2e.oracle.Sql;
import io.swiftcart.stack.testing.TcpProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A shop with a proxy on every edge, its buyers, and who judges it. */
final class ChaosShop implements AutoCloseable {
    private static final Duration COMES_BACK = Duration.ofMinutes(3);
    private static final int DECLINED_OF_TEN = 1;

    private final Path data;
    private final Map<Edge, TcpProxy> proxies = new EnumMap<>(Edge.class);
    private final Shop shop;
    private final Journal journal = new Journal();
    private final Oracle oracle;
    private final Buyers buyers;
    private final AtomicInteger orders = new AtomicInteger();
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();

    ChaosShop() {
        try {
            data = Files.createTempDirectory("swiftcart-chaos");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        Map<String, String> environment = new HashMap<>();
        for (Edge edge : Edge.values()) {
            TcpProxy proxy = new TcpProxy(() -> port(edge.target()));
            proxies.put(edge, proxy);
            environment.putAll(edge.environment(proxy.port()));
        }
        shop = new Shop(data, environment);
        String replicas = System.getProperty("replicas");
        if (replicas == null) {
            shop.upFresh();
        } else {
            shop.upFresh(replicas);
        }
        System.out.println("Chaos in " + data + ": its logs stay there");
        oracle = new Oracle(shop);
        buyers =
                new Buyers(
                        shop.gateway(),
                        shop.lastingToken("loadtest"),
                        journal,
                        Form.get().patience());
    }

    Shop shop() {
        return shop;
    }

    Buyers buyers() {
        return buyers;
    }

    Journal journal() {
        return journal;
    }

    Oracle oracle() {
        return oracle;
    }

    TcpProxy at(Edge edge) {
        return proxies.get(edge);
    }

    Bus bus() {
        return new Bus(shop.run().path("kafka").path("bootstrap").asText());
    }

    Sql sql() {
        return new Sql(shop.run().path("postgres").path("url").asText());
    }

    /** All faults end, the oracle judges, and the shop's own check must find nothing either. */
    void judge() {
        endAllFaults();
        oracle.judge(journal);
        shop.verify();
    }

    void endAllFaults() {
        proxies.values().forEach(proxy -> proxy.is(TcpProxy.Fault.NONE));
        shop.noFaults();
    }

    /** A new key; no two scenarios share one. */
    String key(Seed seed) {
        return seed.value() + "-" + orders.incrementAndGet();
    }

    /** Ordinary customers: any SKU, some units, now and then a card that is declined. */
    Supplier<Purchase> customers(Seed seed) {
        Random random = seed.random();
        return () ->
                Purchase.of(key(seed), "SKU-%05d".formatted(10 + random.nextInt(380)))
                        .of(1 + random.nextInt(3))
                        .paidBy(
                                random.nextInt(10) < DECLINED_OF_TEN
                                        ? Purchase.DECLINED_CARD
                                        : Purchase.GOOD_CARD)
                        .waiting(List.of(0, 2, 10).get(random.nextInt(3)));
    }

    /** Sets what is on hand of a SKU, as a manager. */
    void stock(String sku, int onHand) {
        Map<String, String> manager =
                new HashMap<>(Map.of("Authorization", "Bearer " + shop.token("manager")));
        String url = shop.gateway() + "/api/v1/inventory/" + sku;
        manager.put("If-Match", Http.get(url, manager).headers().get("ETag"));
        Http.Answer answer =
                Http.put(url + "/stock", manager, Map.of("onHand", onHand, "reason", "chaos"));
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + ": " + answer.body());
        }
    }

    /** Ends a process at once, as a crash would; of replicas, one after another. */
    void kill(String process) {
        oracle.forgiveMailsTwice();
        List<Long> pids = shop.pidsOf(process);
        long pid = pids.get(kills.getAndIncrement() % pids.size());
        System.out.println("kill -9 " + process + " (" + pid + ")");
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Asks each replica in turn to end, and waits for the one that takes its place. */
    void restart(String service) {
        for (long pid : shop.pidsOf(service)) {
            System.out.println("kill -TERM " + service + " (" + pid + ")");
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
            await().atMost(COMES_BACK)
                    .ignoreExceptions()
                    .until(() -> !shop.pidsOf(service).contains(pid) && isAlive(service));
        }
    }

    /** Waits until the supervisor has told that these live. */
    void awaitAll(List<String> processes) {
        await().atMost(COMES_BACK)
                .ignoreExceptions()
                .until(() -> processes.stream().allMatch(this::isAlive));
    }

    private boolean isAlive(String process) {
        return shop.pidsOf(process).stream()
                .allMatch(pid -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
    }

    /** Of replicas, one after another. */
    private int port(String name) {
        try {
            Map<String, Integer> ports = new TreeMap<>();
            Http.JSON
                    .readTree(data.resolve("ports.json").toFile())
                    .properties()
                    .forEach(port -> ports.put(port.getKey(), port.getValue().asInt()));
            List<Integer> replicas =
                    ports.entrySet().stream()
                            .filter(port -> port.getKey().matches(name + "(-\\d+)?"))
                            .map(Map.Entry::getValue)
                            .toList();
            return replicas.get(connections.getAndIncrement() % replicas.size());
        } catch (IOException | ArithmeticException unreadable) {
            throw new IllegalStateException("no address of " + name + " yet", unreadable);
        }
    }

    @Override
    public void close() {
        buyers.close();
        if (shop.isRunning()) {
            shop.down();
        }
        proxies.values().forEach(TcpProxy::close);
        shop.deleteAllButLogs();
    }
}
