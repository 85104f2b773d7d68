package io.swiftcart.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.stack.testing.Mails;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails wait for the order service, each for itself. */
@QuarkusTest
class OrderAwayComponentTest {
    private static final Duration WHILE_THE_SLOW_ONES_STILL_WAIT = Duration.ofSeconds(10);
    private static final int SLOW_MS = 5_000;

    private final UUID orderId = UUID.randomUUID();
    private final String address = orderId + "@example.com";
    private final Books books;

    OrderAwayComponentTest(Books books) {
        this.books = books;
    }

    @AfterEach
    void nobody_waits_any_more() {
        books.run("delete from delivery where status = 'DUE'");
    }

    static Stream<Arguments> absences() {
        return Stream.of(
                Arguments.of(aResponse().withStatus(503), "order service: HTTP 503"),
                Arguments.of(aResponse().withStatus(404), "order service: HTTP 404"),
                Arguments.of(aResponse().withStatus(401), "order service: HTTP 401"),
                Arguments.of(
                        aResponse().withStatus(200).withFixedDelay(SLOW_MS),
                        "order service: TimeoutException"),
                Arguments.of(
                        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                        "order service: (SocketException|IOException)"),
                Arguments.of(
                        aResponse()
                                .withStatus(200)
                                .withHeader("Content-Type", "application/json")
                                .withBody("{\"email\":"),
                        "order service: HTTP 200"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("absences")
    void a_mail_waits_until_the_order_service_says_whom_to_write_to(
            ResponseDefinitionBuilder absence, String why) {
        OrderService.answers(orderId, absence);
        Telling.confirmed(orderId).publish();
        books.awaitAttempts(orderId, 1);
        assertEquals("DUE", books.text("status", orderId));
        assertTrue(books.text("last_error", orderId).matches(why));

        OrderService.knows(orderId, address, "Alice");

        await().atMost(Books.PATIENCE).until(() -> Mails.to(address).size() == 1);
        books.awaitStatus(orderId, "SENT");
    }

    @Test
    void orders_that_nobody_answers_for_do_not_stop_the_mails_of_others() {
        for (int i = 0; i < 24; i++) {
            UUID slow = UUID.randomUUID();
            OrderService.answers(slow, aResponse().withStatus(200).withFixedDelay(SLOW_MS));
            Telling.confirmed(slow).publish();
        }
        OrderService.knows(orderId, address, "Alice");

        Telling.confirmed(orderId).publish();

        await().atMost(WHILE_THE_SLOW_ONES_STILL_WAIT).until(() -> Mails.to(address).size() == 1);
    }

    @Test
    void pauses_grow_up_to_five_minutes() {
        OrderService.answers(orderId, aResponse().withStatus(503));
        Telling.confirmed(orderId).publish();
        books.awaitAttempts(orderId, 1);
        books.run("update delivery set attempts = 20 where order_id = $1", orderId);

        books.hurry(orderId);

        books.awaitAttempts(orderId, 21);
        String pause =
                "extract(epoch from due_at - now())::int between 290 and 300 and status = 'DUE'";
        await().atMost(Books.PATIENCE).until(() -> books.text(pause, orderId).equals("true"));
    }

    @Test
    void a_mail_that_could_not_be_sent_for_24_hours_is_given_up() {
        OrderService.answers(orderId, aResponse().withStatus(404));
        Telling.confirmed(orderId).publish();
        books.awaitAttempts(orderId, 1);
        books.run(
                "update delivery set created_at = now() - interval '24 hours' where order_id = $1",
                orderId);

        books.hurry(orderId);

        books.awaitStatus(orderId, "FAILED");
        assertEquals("order service: HTTP 404", books.text("last_error", orderId));
    }

    @Test
    void a_mail_to_a_customer_who_is_erased_is_given_up_at_once() {
        OrderService.answers(
                orderId,
                aResponse()
                        .withStatus(404)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"status\":404,\"code\":\"contact-erased\"}"));

        Telling.confirmed(orderId).publish();

        books.awaitStatus(orderId, "FAILED");
        assertEquals("the customer is erased", books.text("last_error", orderId));
        assertEquals(1, OrderService.asked(orderId).size());
    }

    @Test
    void a_mail_is_still_tried_shortly_before_24_hours_are_over() {
        OrderService.answers(orderId, aResponse().withStatus(404));
        Telling.confirmed(orderId).publish();
        books.awaitAttempts(orderId, 1);
        books.run(
                "update delivery set created_at = now() - interval '23 hours 59 minutes' where order_id = $1",
                orderId);

        books.hurry(orderId);

        await().atMost(Books.PATIENCE).until(() -> OrderService.asked(orderId).size() >= 2);
        OrderService.knows(orderId, address, "Alice");
        books.hurry(orderId);
        books.awaitStatus(orderId, "SENT");
    }
}
