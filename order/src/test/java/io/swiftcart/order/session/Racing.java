package io.swiftcart.order.session;

import static io.swiftcart.order.session.Checkouts.complete;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Callers who do not wait for one another. */
final class Racing {
    private static final Duration SOON = Duration.ofSeconds(60);

    private Racing() {}

    /** As a client does: what is away for a moment on a busy machine is asked again. */
    static Response answered(String sessionId, String key, long expectedTotal) {
        return await().atMost(SOON)
                .until(
                        () -> complete(sessionId, key, expectedTotal),
                        answer -> answer.statusCode() != 503);
    }

    static List<Response> atOnce(int requests, int clients, IntFunction<Callable<Response>> request)
            throws Exception {
        try (var pool = Executors.newFixedThreadPool(clients)) {
            return pool.invokeAll(IntStream.range(0, requests).mapToObj(request).toList()).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.toList());
        }
    }
}
