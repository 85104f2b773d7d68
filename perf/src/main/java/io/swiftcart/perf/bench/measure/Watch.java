package io.swiftcart.perf.bench.measure;

import io.swiftcart.perf.bench.BenchFailure;
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
    private volatile String trouble = "";

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
        this.looking = Thread.ofVirtual().start(this::lookOn);
    }

    public static Watch start(Shop shop) {
        return new Watch(shop);
    }

    /**
     * What was seen so far, in its order; fails when that is not half of what there was time for.
     */
    public List<Seen> seen() {
        double wanted = (System.nanoTime() - begun) / 1e9 / LOOK.toSeconds() / 2;
        if (seen.size() < wanted) {
            throw new BenchFailure(
                    "The shop was looked at only %d times: %s".formatted(seen.size(), trouble));
        }
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        looking.interrupt();
    }

    private void lookOn() {
        try {
            while (true) {
                look();
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** A look that fails is left out: a shop that is busy may not answer in time. */
    private void look() {
        double second = (System.nanoTime() - begun) / 1e9;
        try {
            seen.add(new Seen(second, mebibytes(), Quiet.backlog(shop)));
        } catch (BenchFailure failure) {
            trouble = failure.toString();
        }
    }

    private double mebibytes() {
        var pids = shop.pids();
        pids.keySet().retainAll(shop.management().keySet());
        return pids.values().stream().mapToLong(ProcessTimes::memoryBytes).sum() / MEBIBYTE;
    }
}
