package io.swiftcart.gateway.routing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.gateway.wire.Answer;
import io.swiftcart.gateway.wire.Neighbour;
import io.swiftcart.gateway.wire.Wire;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BodyLimitComponentTest {
    private static final int LIMIT = 1024 * 1024;
    private static final int PART = 64 * 1024;

    private static Neighbour order;

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

    @ParameterizedTest
    @ValueSource(ints = {0, 1, LIMIT - 1, LIMIT})
    void a_body_up_to_the_limit_arrives_as_it_was_sent(int size) {
        byte[] body = bytes(size);

        Answer known = Wire.send("POST /api/v1/orders", body, "Connection: close");
        Answer chunked = sendChunked(body);

        assertEquals(200, known.status());
        assertEquals(200, chunked.status());
        order.received().forEach(received -> assertArrayEquals(body, received.body()));
    }

    @RepeatedTest(5)
    void a_longer_body_is_refused_by_its_announced_length() {
        Answer answer = Wire.send("POST /api/v1/orders", bytes(LIMIT + 1));

        assertRefused(answer);
        assertEquals(List.of(), order.received());
    }

    @Test
    void a_client_that_asks_first_need_not_send_a_longer_body() throws Exception {
        try (Wire wire = new Wire()) {
            wire.head(
                    "POST /api/v1/orders",
                    "Content-Length: " + (LIMIT + 1),
                    "Expect: 100-continue");

            assertRefused(wire.answer());
            assertEquals("", wire.line());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, LIMIT + PART, 3 * LIMIT})
    void a_longer_chunked_body_is_refused_and_the_service_never_gets_it_whole(int size) {
        Answer answer = sendChunked(bytes(size));

        assertRefused(answer);
        await().untilAsserted(() -> assertTrue(order.only().brokenOff()));
        assertFalse(order.only().whole());
    }

    @Test
    void a_client_that_never_stops_sending_is_hung_up_on() {
        byte[] part = bytes(PART);

        try (Wire wire = new Wire()) {
            wire.head("POST /api/v1/orders", "Transfer-Encoding: chunked");

            await().until(() -> refusesTo(() -> wire.chunk(part)));
        }
        await().untilAsserted(() -> assertTrue(order.only().brokenOff()));
    }

    @Test
    void a_refused_body_does_not_disturb_the_next_client() {
        sendChunked(bytes(2 * LIMIT));
        await().untilAsserted(() -> assertTrue(order.only().brokenOff()));
        order.forget();

        assertEquals(200, Wire.send("POST /api/v1/orders", bytes(10)).status());
        assertTrue(order.only().whole());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api/v1/health", "/problems/not-found"})
    void the_limit_holds_where_no_service_is_behind(String path) {
        assertRefused(Wire.send("POST " + path, bytes(LIMIT + 1)));
    }

    private static void assertRefused(Answer answer) {
        assertEquals(413, answer.status());
        assertEquals("payload-too-large", answer.problem());
        assertEquals("close", answer.header("Connection"));
    }

    private static Answer sendChunked(byte[] body) {
        try (Wire wire = new Wire()) {
            wire.head("POST /api/v1/orders", "Transfer-Encoding: chunked");
            for (int from = 0; from < body.length; from += PART) {
                wire.chunk(Arrays.copyOfRange(body, from, Math.min(body.length, from + PART)));
            }
            return wire.chunk(new byte[0]).answer();
        }
    }

    private static boolean refusesTo(Runnable write) {
        try {
            write.run();
            return false;
        } catch (java.io.UncheckedIOException e) {
            return true;
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
