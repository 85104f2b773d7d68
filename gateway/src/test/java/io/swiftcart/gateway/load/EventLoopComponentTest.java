package io.swiftcart.gateway.load;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.swiftcart.gateway.wire.Load;
import io.swiftcart.gateway.wire.LogLines;
import io.swiftcart.gateway.wire.Neighbour;
import io.swiftcart.gateway.wire.Wire;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing in the gateway holds an event loop up. */
@QuarkusTest
@TestProfile(EventLoopComponentTest.Patient.class)
class EventLoopComponentTest {
    private static final int AT_ONCE = 2_000;
    private static final int REQUESTS = 6_000;

    private static final List<String> MIX =
            List.of(
                    "GET /api/v1/products?limit=50",
                    "POST /api/v1/products",
                    "POST /api/v1/orders",
                    "GET /api/v1/inventory/SKU-1",
                    "GET /api/v1/health",
                    "GET /problems/not-found");

    /** A busy machine may not take all of them; then it says so, and nothing else. */
    private static final Set<String> ANSWERED_OR_REFUSED =
            Set.of(
                    "200",
                    "503 health",
                    "503 temporary-reduced-capacity",
                    "503 service-unavailable");

    /** Vert.x's own limit: a shorter one is broken by mere scheduling on a busy machine. */
    public static class Patient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.vertx.max-event-loop-execute-time", "2s",
                    "swiftcart.gateway.silence", "30s");
        }
    }

    private static List<Neighbour> services = List.of();

    @Inject Vertx vertx;

    private LogLines blocked;

    @BeforeAll
    static void open() {
        services =
                List.of(
                        Neighbour.open("catalog"),
                        Neighbour.open("catalog-2"),
                        Neighbour.open("order"),
                        Neighbour.open("inventory"));
    }

    @AfterAll
    static void close() {
        services.forEach(Neighbour::close);
    }

    @BeforeEach
    void listen() {
        // The first requests load classes, on the event loop; those of problems one at a time,
        // since
        // the class loader of tests mixes them up when two event loops ask it at once.
        assertEquals("not-found", Wire.ask("GET /nothing").problem());
        send(REQUESTS / 10, AT_ONCE / 10);
        blocked = new LogLines("io.vertx.core.impl.BlockedThreadChecker");
    }

    @AfterEach
    void stop() {
        blocked.close();
    }

    @Test
    void thousands_of_requests_at_once_block_no_event_loop() {
        Map<String, Long> answers = send(REQUESTS, AT_ONCE);

        assertTrue(ANSWERED_OR_REFUSED.containsAll(answers.keySet()), answers.toString());
        assertTrue(answers.get("200") > REQUESTS / 3, answers.toString());
        assertEquals(List.of(), blocked.lines());
    }

    @Test
    void a_blocked_event_loop_would_be_noticed() {
        vertx.getOrCreateContext().runOnContext(_ -> LockSupport.parkNanos(5_000_000_000L));

        await().until(() -> !blocked.lines().isEmpty());
    }

    private static Map<String, Long> send(int requests, int atOnce) {
        try (Load load = new Load(atOnce)) {
            return load.send(
                    IntStream.range(0, requests)
                            .mapToObj(i -> MIX.get(i % MIX.size()))
                            .collect(Collectors.toList()),
                    new byte[8 * 1024]);
        }
    }
}
