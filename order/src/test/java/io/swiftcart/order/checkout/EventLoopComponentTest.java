package io.swiftcart.order.checkout;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.order.Ordering;
import io.swiftcart.order.Store;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No event loop is held up: Vert.x's own watchman says so, with the limit set in Neighbours. */
@QuarkusTest
class EventLoopComponentTest {
    private static final int ORDERS = 400;
    private static final int AT_ONCE = 40;
    private static final Duration TOO_LONG = Duration.ofSeconds(30);
    private static final Logger WATCHMAN =
            Logger.getLogger("io.vertx.core.impl.BlockedThreadChecker");

    @TestHTTPResource("/api/v1/orders")
    URI orders = URI.create("http://unset");

    @Inject Vertx vertx;

    private final Queue<String> alarms = new ConcurrentLinkedQueue<>();
    private final Handler listener =
            new Handler() {
                @Override
                public void publish(LogRecord alarm) {
                    alarms.add(alarm.getMessage());
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @BeforeEach
    void openShop() {
        Store.openShop();
        WATCHMAN.addHandler(listener);
    }

    @AfterEach
    void goHome() {
        WATCHMAN.removeHandler(listener);
    }

    @Test
    void hundreds_of_orders_at_once_hold_up_no_event_loop() throws Exception {
        String token = Ordering.token("alice");
        String sku = Store.aSku(100);

        Map<Integer, Long> answers;
        try (HttpClient client = HttpClient.newHttpClient();
                var callers = Executors.newFixedThreadPool(AT_ONCE)) {
            Callable<Integer> order = () -> place(client, token, Ordering.one(sku));
            List<Future<Integer>> asked =
                    callers.invokeAll(IntStream.range(0, ORDERS).mapToObj(i -> order).toList());
            answers =
                    asked.stream()
                            .map(Future::resultNow)
                            .collect(
                                    Collectors.groupingBy(
                                            Function.identity(), Collectors.counting()));
        }

        // On a busy machine some are still pending when their caller's patience ends.
        assertEquals(
                ORDERS,
                answers.getOrDefault(201, 0L) + answers.getOrDefault(202, 0L),
                answers::toString);
        assertEquals(List.of(), List.copyOf(alarms));
    }

    @Test
    void a_loop_that_is_held_up_is_noticed() {
        vertx.getOrCreateContext().runOnContext(nothing -> spinUntilNoticed());

        await().atMost(TOO_LONG).until(() -> !alarms.isEmpty());
    }

    private void spinUntilNoticed() {
        long end = System.nanoTime() + TOO_LONG.toNanos();
        while (alarms.isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private int place(HttpClient client, String token, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(orders)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", Ordering.aKey())
                        .header("Prefer", "wait=10")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
        return answer.statusCode();
    }
}
