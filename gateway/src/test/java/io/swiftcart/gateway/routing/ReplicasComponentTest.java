package io.swiftcart.gateway.routing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.gateway.wire.Neighbour;
import io.swiftcart.gateway.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Catalog has two replicas. */
@QuarkusTest
class ReplicasComponentTest {
    /** By default; see swiftcart.gateway.leaving. */
    private static final Duration REST = Duration.ofSeconds(10);

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.US_ASCII);
    private static final int REQUESTS = 10;

    @Test
    void requests_are_dealt_out_evenly_whatever_else_is_asked() {
        try (Neighbour first = Neighbour.open("catalog");
                Neighbour second = Neighbour.open("catalog-2");
                Neighbour order = Neighbour.open("order")) {
            for (int i = 0; i < REQUESTS; i++) {
                assertEquals(200, Wire.ask("GET /api/v1/products").status());
                assertEquals(200, Wire.ask("GET /api/v1/orders").status());
            }

            assertEquals(REQUESTS / 2, first.received().size());
            assertEquals(REQUESTS / 2, second.received().size());
            assertEquals(REQUESTS, order.received().size());
        }
    }

    @Test
    void a_replica_that_is_down_is_passed_over_and_nothing_is_lost_or_doubled() {
        try (Neighbour alive = Neighbour.open("catalog-2")) {
            for (int i = 0; i < REQUESTS; i++) {
                assertEquals(200, Wire.send("POST /api/v1/products", BODY).status());
            }

            assertEquals(REQUESTS, alive.received().size());
            alive.received().forEach(received -> assertEquals(2, received.body().length));
        }
    }

    @Test
    void a_replica_that_is_about_to_stop_is_left_alone_for_a_while() {
        try (Neighbour leaving = Neighbour.open("catalog");
                Neighbour staying = Neighbour.open("catalog-2")) {
            leaving.answering(
                    request -> request.response().putHeader("Connection", "close").end("{}"));
            await().until(
                            () -> {
                                Wire.ask("GET /api/v1/products");
                                return leaving.received().size() == 1;
                            });
            staying.forget();

            for (int i = 0; i < REQUESTS; i++) {
                assertEquals(200, Wire.ask("GET /api/v1/products").status());
            }

            assertEquals(1, leaving.received().size());
            assertEquals(REQUESTS, staying.received().size());

            leaving.forget();
            await().atMost(REST.multipliedBy(3))
                    .until(
                            () -> {
                                Wire.ask("GET /api/v1/products");
                                return !leaving.received().isEmpty();
                            });
        }
    }

    @Test
    void a_write_that_one_replica_may_have_seen_is_not_sent_to_the_other() {
        try (Neighbour first = Neighbour.open("catalog");
                Neighbour second = Neighbour.open("catalog-2")) {
            first.answering(request -> request.connection().close());
            second.answering(request -> request.connection().close());

            for (int i = 1; i <= REQUESTS; i++) {
                assertEquals(502, Wire.send("POST /api/v1/products", BODY).status());

                assertEquals(i, first.received().size() + second.received().size());
            }
        }
    }

    @Test
    void all_replicas_down_is_the_service_away() {
        assertEquals(503, Wire.ask("GET /api/v1/products").status());
        assertEquals(503, Wire.send("POST /api/v1/products", BODY).status());
    }
}
