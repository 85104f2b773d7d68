package io.swiftcart.perf.bench.shop;

import io.swiftcart.perf.bench.BenchFailure;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** Waits until the shop has nothing left to do, so that the next measurement begins at rest. */
public final class Quiet {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Quiet() {}

    /** How long it took; a failure after five minutes. */
    public static Duration await(Shop shop) {
        Databases databases = new Databases(shop);
        List<String> names =
                StreamSupport.stream(
                                shop.run().path("postgres").path("databases").spliterator(), false)
                        .map(name -> name.asText())
                        .toList();
        long begun = System.nanoTime();
        while (backlog(databases, names) > 0) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new BenchFailure(
                        "The shop does not come to rest: look at " + shop.data() + "/logs.");
            }
            pause(LOOK_AGAIN);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Facts that wait to be published, and checkouts that are under way. */
    public static long backlog(Shop shop) {
        return backlog(new Databases(shop), List.of("orders", "inventory", "payment"));
    }

    private static long backlog(Databases databases, List<String> names) {
        double facts = 0;
        for (String name : names) {
            facts += databases.number(name, "select count(*) from outbox");
        }
        return (long)
                (facts
                        + databases.number(
                                "orders",
                                "select count(*) from checkout where deadline_at is not null"));
    }

    /** Waits, and gives up when interrupted. */
    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted.", e);
        }
    }
}
