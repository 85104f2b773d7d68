package io.swiftcart.gateway.admission;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.gateway.wire.Answer;
import io.swiftcart.gateway.wire.Neighbour;
import io.swiftcart.gateway.wire.Wire;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blind repeats of a request that is still under way cost its service nothing. */
@QuarkusTest
class RetryStormComponentTest {
    private static final String PLACE = "POST /api/v1/orders";
    private static final byte[] BODY = {'{', '}'};

    private static Neighbour order;

    private final Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void open() {
        order = Neighbour.open("order");
    }

    @AfterAll
    static void close() {
        order.close();
    }

    @BeforeEach
    void hold() {
        order.forget();
        order.answering(held::add);
    }

    @Test
    void of_many_equal_requests_at_once_one_reaches_the_service_and_the_others_are_told() {
        try (Wire first = begin("\"one\"")) {
            List<Wire> repeats = IntStream.range(0, 20).mapToObj(_ -> sent("one")).toList();

            for (Wire each : repeats) {
                Answer repeat = each.answer();
                each.close();
                assertEquals(409, repeat.status());
                assertEquals("idempotency-key-in-flight", repeat.problem());
                assertEquals("1", repeat.header("Retry-After"));
            }
            assertEquals(1, order.received().size());
            answerAll();
            assertEquals(200, first.answer().status());
        }
    }

    @Test
    void a_repeat_after_the_answer_reaches_the_service_which_knows_it() {
        order.forget();

        assertEquals(200, Wire.send(PLACE, BODY, "Idempotency-Key: two").status());
        assertEquals(200, Wire.send(PLACE, BODY, "Idempotency-Key: two").status());

        assertEquals(2, order.received().size());
    }

    @ParameterizedTest
    @CsvSource({
        "POST /api/v1/orders, other",
        "POST /api/v1/checkout, three",
        "PUT /api/v1/orders/1/cancel, three",
    })
    void another_request_is_not_taken_for_a_repeat(String line, String key) {
        try (Wire first = begin("three")) {
            try (Wire other = new Wire()) {
                other.head(line, "Idempotency-Key: " + key, "Content-Length: 2").bytes(BODY);
                await().until(() -> held.size() == 2);
                answerAll();
                assertEquals(200, other.answer().status());
            }
            assertEquals(200, first.answer().status());
        }
    }

    @Test
    void a_key_is_free_again_when_its_request_could_not_be_sent() {
        order.close();
        try {
            for (int i = 0; i < 2; i++) {
                Answer answer = Wire.send(PLACE, BODY, "Idempotency-Key: four");
                assertEquals("service-unavailable", answer.problem());
            }
        } finally {
            order = Neighbour.open("order");
        }
    }

    @Test
    void a_key_stays_taken_while_the_service_works_for_a_client_that_left() {
        begin("five").close();

        await().until(() -> held.size() == 1);
        assertEquals(409, Wire.send(PLACE, BODY, "Idempotency-Key: five").status());

        order.answering(request -> request.response().end("ok"));
        answerAll();
        await().until(() -> Wire.send(PLACE, BODY, "Idempotency-Key: five").status() == 200);
    }

    private static Wire sent(String key) {
        return new Wire().head(PLACE, "Idempotency-Key: " + key, "Content-Length: 2").bytes(BODY);
    }

    private Wire begin(String key) {
        int before = held.size();
        Wire wire = sent(key);
        await().until(() -> held.size() > before);
        return wire;
    }

    private void answerAll() {
        for (HttpServerRequest next = held.poll(); next != null; next = held.poll()) {
            HttpServerRequest request = next;
            order.run(() -> request.response().end("ok"));
        }
    }
}
