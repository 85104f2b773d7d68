package io.swiftcart.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.stack.testing.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of a mail where others can read it. */
@QuarkusTest
class PrivacyComponentTest {
    private static final String NAME = "Wilhelmina";

    private final UUID orderId = UUID.randomUUID();
    private final String address = "wilhelmina." + orderId + "@example.com";
    private final Books books;
    private LogLines log;

    PrivacyComponentTest(Books books) {
        this.books = books;
    }

    @BeforeEach
    void listen() {
        log = LogLines.listen();
    }

    @AfterEach
    void neither_name_nor_address_has_been_left_anywhere() {
        log.close();
        MailDoor.opens();
        assertFalse(log.all().isEmpty());
        assertEquals(List.of(), log.all().stream().filter(this::isPersonal).toList());
        String table = "select (delivery.*)::text from delivery where order_id = $1";
        assertEquals(
                List.of(), books.list(table, orderId).stream().filter(this::isPersonal).toList());
        assertEquals(List.of("0"), books.list("select count(*) from outbox"));
    }

    @Test
    void a_mail_that_is_sent_leaves_nothing_personal() {
        OrderService.knows(orderId, address, NAME);

        Telling.confirmed(orderId).publish();

        books.awaitStatus(orderId, "SENT");
        assertTrue(log.all().stream().anyMatch(line -> line.contains(orderId + ".confirmed")));
    }

    @Test
    void a_refusal_that_repeats_the_address_leaves_nothing_personal() {
        OrderService.knows(orderId, address, NAME);
        MailDoor.answers("RCPT", "550 5.1.1 nobody here: ");

        Telling.confirmed(orderId).publish();

        books.awaitStatus(orderId, "FAILED");
    }

    @Test
    void an_address_that_cannot_be_written_to_leaves_nothing_personal() {
        OrderService.knows(orderId, address + " <" + NAME, NAME);

        Telling.confirmed(orderId).publish();

        books.awaitStatus(orderId, "FAILED");
    }

    @Test
    void a_contact_that_cannot_be_read_leaves_nothing_personal() {
        OrderService.answers(
                orderId,
                aResponse()
                        .withStatus(200)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"email\":\"" + address + "\",\"name\":" + NAME + "}"));

        Telling.confirmed(orderId).publish();

        books.awaitAttempts(orderId, 1);
    }

    @Test
    void a_cancelling_customers_own_words_are_not_kept() {
        OrderService.knows(orderId, address, NAME);

        Telling.cancelled(orderId, "I am " + NAME + ", write to " + address).publish();

        books.awaitStatus(orderId, "SENT");
    }

    @Test
    void mails_sent_side_by_side_keep_their_correlation_ids() {
        List<Telling> facts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            UUID order = UUID.randomUUID();
            OrderService.knows(order, address, NAME);
            facts.add(Telling.confirmed(order));
        }

        facts.forEach(Telling::publish);

        for (Telling fact : facts) {
            books.awaitStatus(fact.orderId(), "SENT");
            for (LoggedRequest question : OrderService.asked(fact.orderId())) {
                assertEquals(fact.correlationId(), question.getHeader("X-Correlation-ID"));
            }
            List<String> lines =
                    log.all().stream()
                            .filter(line -> line.contains(fact.orderId() + ".confirmed"))
                            .toList();
            assertFalse(lines.isEmpty());
            assertEquals(
                    lines,
                    lines.stream().filter(line -> line.contains(fact.correlationId())).toList());
        }
    }

    @Test
    void a_fact_without_a_correlation_id_gets_one() {
        OrderService.knows(orderId, address, NAME);
        String fact =
                """
                {"eventId":"%s","order":{"orderId":"%s","orderNumber":"N","items":[],"totalAmount":0,"currency":"JPY"}}
                """
                        .formatted(UUID.randomUUID(), orderId);

        Facts.publish(Telling.CONFIRMED, orderId.toString(), fact, Map.of());

        books.awaitStatus(orderId, "SENT");
        assertFalse(OrderService.asked(orderId).getFirst().getHeader("X-Correlation-ID").isBlank());
    }

    private boolean isPersonal(String line) {
        return line.contains(address) || line.contains(NAME) || line.contains("wilhelmina");
    }
}
