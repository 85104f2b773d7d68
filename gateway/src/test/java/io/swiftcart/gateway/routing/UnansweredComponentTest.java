package io.swiftcart.gateway.routing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.gateway.wire.Answer;
import io.swiftcart.gateway.wire.Neighbour;
import io.swiftcart.gateway.wire.NeighbourPorts;
import io.swiftcart.gateway.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Order does not do what a service should; payment is away. */
@QuarkusTest
class UnansweredComponentTest {
    private static final byte[] BODY = "{}".getBytes(US_ASCII);

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
    @ValueSource(strings = {"GET", "POST"})
    void a_service_that_is_away_is_a_problem_for_a_moment(String method) {
        Answer answer = Wire.send(method + " /api/v1/payments", BODY);

        assertEquals(503, answer.status());
        assertEquals("service-unavailable", answer.problem());
        assertEquals("1", answer.header("Retry-After"));
        assertTrue(answer.json().getBoolean("retryable"));
        assertSaysNothingOfTheInside(answer);
    }

    @Test
    void a_body_for_a_service_that_is_away_does_not_spoil_the_connection() {
        try (Wire wire = new Wire()) {
            for (int i = 0; i < 3; i++) {
                Answer answer =
                        wire.head("POST /api/v1/payments", "Content-Length: 2")
                                .bytes(BODY)
                                .answer();

                assertEquals(503, answer.status());
            }
        }
    }

    @Test
    void a_large_body_for_a_service_that_is_away_is_answered_too() {
        byte[] body = new byte[1024 * 1024];

        assertEquals(503, Wire.send("POST /api/v1/payments", body).status());
    }

    @Test
    void a_service_that_is_silent_for_too_long_may_have_done_what_was_asked() {
        order.answering(_ -> {});

        Answer answer = Wire.send("POST /api/v1/orders", BODY);

        assertEquals(504, answer.status());
        assertEquals("upstream-timeout", answer.problem());
        assertSaysNothingOfTheInside(answer);
        await().untilAsserted(() -> assertTrue(order.only().brokenOff()));
    }

    @Test
    void a_body_that_does_not_come_is_not_held_against_the_service() {
        try (Wire wire = new Wire()) {
            Answer answer =
                    wire.head("POST /api/v1/orders", "Content-Length: 2")
                            .bytes(new byte[] {'{'})
                            .answer();

            assertEquals(408, answer.status());
            assertEquals("request-timeout", answer.problem());
        }
        await().untilAsserted(() -> assertTrue(order.only().brokenOff()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /api/v1/orders/1 | | Try again in a moment.",
                "POST /api/v1/orders | Idempotency-Key: k-1 | same Idempotency-Key",
                "POST /api/v1/orders | | Look whether it has taken effect"
            })
    void what_can_be_done_about_silence_depends_on_the_request(
            String line, String header, String advice) {
        order.answering(_ -> {});

        Answer answer = header == null ? Wire.ask(line) : Wire.ask(line, header);

        assertEquals(504, answer.status());
        String detail = answer.json().getString("detail");
        assertTrue(detail.contains(advice), detail);
    }

    @Test
    void a_read_that_a_service_breaks_off_can_be_repeated_at_once() {
        order.answering(request -> request.connection().close());

        Answer answer = Wire.ask("GET /api/v1/orders/1");

        assertEquals(503, answer.status());
        assertEquals("service-unavailable", answer.problem());
        assertEquals("1", answer.header("Retry-After"));
        assertEquals(1, order.received().size());
    }

    @Test
    void a_write_that_a_service_breaks_off_is_not_said_to_have_had_no_effect() {
        order.answering(request -> request.connection().close());

        Answer answer = Wire.send("POST /api/v1/orders", BODY);

        assertEquals(502, answer.status());
        assertEquals("upstream-broken", answer.problem());
        assertSaysNothingOfTheInside(answer);
        assertEquals(1, order.received().size());
    }

    @Test
    void an_answer_that_is_no_http_is_as_good_as_none() throws IOException {
        try (ServerSocket liar = new ServerSocket(NeighbourPorts.of("inventory"))) {
            Thread lying = Thread.ofVirtual().start(() -> sayNonsense(liar));

            Answer answer = Wire.ask("GET /api/v1/inventory/SKU-1");

            assertEquals(503, answer.status());
            assertSaysNothingOfTheInside(answer);
            lying.interrupt();
        }
    }

    @Test
    void a_chunked_answer_that_breaks_off_is_not_passed_off_as_whole() {
        order.answering(
                request -> {
                    request.response().setChunked(true).write("[1,2,");
                    request.response().write("3").onComplete(_ -> request.connection().close());
                });

        Answer answer = Wire.ask("GET /api/v1/orders");

        assertEquals(200, answer.status());
        assertFalse(answer.whole());
    }

    @Test
    void a_measured_answer_that_breaks_off_is_not_passed_off_as_whole() {
        order.answering(
                request ->
                        request.response()
                                .putHeader("Content-Length", "100")
                                .write("[1,2,")
                                .onComplete(_ -> request.connection().close()));

        Answer answer = Wire.ask("GET /api/v1/orders");

        assertEquals(200, answer.status());
        assertEquals("[1,2,", answer.text());
        assertFalse(answer.whole());
    }

    @Test
    void an_answer_that_stalls_is_ended_and_not_passed_off_as_whole() {
        order.answering(request -> request.response().setChunked(true).write("[1,2,"));

        Answer answer = Wire.ask("GET /api/v1/orders");

        assertEquals(200, answer.status());
        assertFalse(answer.whole());
        await().untilAsserted(() -> assertTrue(order.only().brokenOff()));
    }

    @Test
    void an_answer_may_come_before_the_body_was_sent() {
        order.interrupting(request -> request.response().setStatusCode(401).end("no"));

        try (Wire wire = new Wire()) {
            wire.head("POST /api/v1/orders", "Content-Length: 4").bytes(BODY);

            assertEquals(401, wire.answer().status());

            wire.bytes(BODY);
            order.forget();
            Answer next = wire.head("GET /api/v1/orders").answer();
            assertEquals(200, next.status());
        }
    }

    @Test
    void an_error_of_a_service_is_passed_on_and_not_hidden() {
        order.answering(
                request ->
                        request.response()
                                .setStatusCode(503)
                                .putHeader("Retry-After", "7")
                                .putHeader("Content-Type", "application/problem+json")
                                .end("{\"code\":\"payment-unavailable\"}"));

        Answer answer = Wire.send("POST /api/v1/orders", BODY);

        assertEquals(503, answer.status());
        assertEquals("7", answer.header("Retry-After"));
        assertEquals("payment-unavailable", answer.problem());
    }

    private static void sayNonsense(ServerSocket liar) {
        try (Socket socket = liar.accept()) {
            socket.getOutputStream().write("no http at all\r\n\r\n".getBytes(US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertSaysNothingOfTheInside(Answer answer) {
        String text = answer.text() + answer.headers();
        for (String inside :
                new String[] {"127.0.0.1", "Exception", "io.vertx", "java.", "\tat ", "refused"}) {
            assertFalse(text.contains(inside), text);
        }
        assertNull(answer.header("Server"));
    }
}
