package io.swiftcart.perf.bench.measure;

import io.swiftcart.perf.bench.shop.Quiet;
import io.swiftcart.perf.bench.shop.Shop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Looks every five seconds at what must not grow while a load lasts. */
public final class Watch implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final double MEBIBYTE = 1024 * 1024;

    private final Shop shop;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final long begun = System.nanoTime();
    private final Thread looking;

    /**
     * One look.
     *
     * @param second since the start
     * @param mebibytes resident memory of all services together
     * @param backlog facts that wait to be published, and checkouts under way
     */
    public record Seen(double second, double mebibytes, double backlog) {}

    private Watch(Shop shop) {
        this.shop = shop;
        this.looking = Thread.ofVirtual().start(this::look);
    }

    public static Watch start(Shop shop) {
        return new Watch(shop);
    }

    /** What was seen so far, in its order. */
    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        looking.interrupt();
    }

    private void look() {
        try {
            while (true) {
                seen.add(
                        new Seen(
                                (System.nanoTime() - begun) / 1e9,
                                mebibytes(),
                                Quiet.backlog(shop)));
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private double mebibytes() {
        var pids = shop.pids();
        pids.keySet().retainAll(shop.management().keySet());
        return pids.values().stream().mapToLong(ProcessTimes::memoryBytes).sum() / MEBIBYTE;
    }
}
