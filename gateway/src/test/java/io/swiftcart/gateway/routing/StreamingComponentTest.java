package io.swiftcart.gateway.routing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.gateway.wire.Neighbour;
import io.swiftcart.gateway.wire.Wire;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StreamingComponentTest {
    private static final long MIB = 1024 * 1024;
    private static final long LARGE = 256 * MIB;

    /** What the socket buffers of two connections may hold. */
    private static final long BUFFERED_MAX = 32 * MIB;

    private static final Buffer PART = Buffer.buffer(new byte[64 * 1024]);

    private static Neighbour order;

    private final AtomicLong written = new AtomicLong();

    @BeforeAll
    static void open() {
        order = Neighbour.open("order");
    }

    @AfterAll
    static void close() {
        order.close();
    }

    @BeforeEach
    void forget() {
        order.forget();
    }

    @Test
    void a_large_answer_waits_for_its_reader_outside_the_gateway() throws IOException {
        order.answering(this::sendLarge);

        try (Wire wire = new Wire()) {
            wire.head("GET /api/v1/orders");
            assertEquals("HTTP/1.1 200 OK", wire.line());
            wire.headers();

            await().during(Duration.ofMillis(500)).until(this::standsStill);
            assertTrue(written.get() < BUFFERED_MAX, written.get() + " bytes were taken");

            wire.stream().skipNBytes(LARGE);
        }
        assertEquals(LARGE, written.get());
    }

    @Test
    void a_part_of_an_answer_is_passed_on_before_the_next_is_there() throws IOException {
        order.answering(
                request -> {
                    request.response().putHeader("Content-Type", "text/event-stream");
                    request.response().setChunked(true).write("data: 1\n\n");
                });

        try (Wire wire = new Wire()) {
            wire.head("GET /api/v1/orders/1/events", "Accept: text/event-stream");

            assertEquals("HTTP/1.1 200 OK", wire.line());
            wire.headers();
            assertEquals("9", wire.line());
            assertEquals("data: 1", wire.line());
        }
        await().untilAsserted(() -> assertTrue(order.only().brokenOff()));
    }

    @Test
    void a_service_learns_that_the_reader_of_its_answer_has_gone() throws IOException {
        order.answering(this::sendLarge);

        try (Wire wire = new Wire()) {
            wire.head("GET /api/v1/orders");
            try (InputStream in = wire.stream()) {
                in.skipNBytes(MIB);
            }
        }

        await().untilAsserted(() -> assertTrue(order.only().brokenOff()));
        assertTrue(written.get() < LARGE);
    }

    @Test
    void a_service_learns_that_nobody_waits_for_its_answer_to_a_read() {
        order.answering(_ -> {});

        try (Wire wire = new Wire()) {
            wire.head("GET /api/v1/orders");
            await().until(() -> order.received().size() == 1);
        }

        // Well before the silence of the service would end the request.
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertTrue(order.only().brokenOff()));
    }

    @Test
    void a_write_that_arrived_whole_is_let_finish_though_nobody_waits_for_it() {
        order.answering(
                request ->
                        request.response()
                                .setChunked(true)
                                .write("begun")
                                .onComplete(_ -> written.incrementAndGet()));

        try (Wire wire = new Wire()) {
            wire.head("POST /api/v1/orders", "Content-Length: 2")
                    .bytes("{}".getBytes(StandardCharsets.US_ASCII));
            await().until(() -> order.received().size() == 1 && order.only().whole());
        }

        await().until(() -> written.get() == 1);
        await().during(Duration.ofMillis(300)).until(() -> !order.only().brokenOff());
    }

    @Test
    void half_a_body_of_a_client_that_goes_away_is_never_taken_for_the_whole() {
        try (Wire wire = new Wire()) {
            wire.head("POST /api/v1/orders", "Transfer-Encoding: chunked")
                    .chunk("{\"items\":".getBytes(StandardCharsets.US_ASCII));
            await().until(() -> order.received().size() == 1 && order.only().body().length > 0);
        }

        await().untilAsserted(() -> assertTrue(order.only().brokenOff()));
        assertFalse(order.only().whole());
    }

    private boolean standsStill() {
        long before = written.get();
        return before > 0 && before == written.get();
    }

    private void sendLarge(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        response.putHeader("Content-Length", String.valueOf(LARGE));
        sendMore(response);
    }

    private void sendMore(HttpServerResponse response) {
        while (!response.writeQueueFull() && written.get() < LARGE && !response.closed()) {
            response.write(PART);
            written.addAndGet(PART.length());
        }
        if (written.get() == LARGE) {
            response.end();
        } else {
            response.drainHandler(_ -> sendMore(response));
        }
    }
}
