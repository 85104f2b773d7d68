package io.swiftcart.e2e.alerts;

import io.swiftcart.e2e.Http;
import io.swiftcart.e2e.alerts.Provocation.Trouble;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Customers who come in their time, whatever the answers, until they are sent home. */
final class Traffic {
    private static final int CARTS_A_SECOND = 5;

    private Traffic() {}

    /** One unit each, so many customers a second. */
    static Trouble orders(int perSecond) {
        return shop -> repeated(perSecond, shop::buy);
    }

    /** Customers who each take a new cart. */
    static Ending carts(AlertShop shop) {
        String url = shop.api() + "/carts";
        return repeated(CARTS_A_SECOND, () -> Http.post(url, Map.of(), Map.of()));
    }

    /** By its name in {@code ./swiftcart fault list}. */
    static Trouble fault(String name, Object value) {
        return shop -> {
            shop.shop().fault(name, value);
            return shop.shop()::noFaults;
        };
    }

    /** So often a second, each time in a thread of its own. */
    static Ending repeated(int perSecond, Runnable work) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Duration pause = Duration.ofSeconds(1).dividedBy(perSecond);
        threads.execute(
                () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        // A customer without an answer is no failure of the test.
                        var _ = threads.submit(work);
                        LockSupport.parkNanos(pause.toNanos());
                    }
                });
        return threads::shutdownNow;
    }
}
