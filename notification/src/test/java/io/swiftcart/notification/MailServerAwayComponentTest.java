package io.swiftcart.notification;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.stack.testing.Mails;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of mails that the mail server does not take. */
@QuarkusTest
class MailServerAwayComponentTest {
    private static final Duration LONGER_THAN_AN_ATTEMPT = Duration.ofSeconds(50);

    private final UUID orderId = UUID.randomUUID();
    private final String address = orderId + "@example.com";
    private final Books books;

    MailServerAwayComponentTest(Books books) {
        this.books = books;
    }

    @BeforeEach
    void somebody_is_written_to() {
        OrderService.knows(orderId, address, "Alice");
    }

    @AfterEach
    void the_mail_server_is_back() {
        MailDoor.opens();
    }

    @Test
    void mails_wait_for_the_mail_server_and_are_sent_when_it_is_back() {
        MailDoor.goesAway();
        List<UUID> orders = new ArrayList<>(List.of(orderId));
        for (int i = 0; i < 40; i++) {
            orders.add(UUID.randomUUID());
            OrderService.knows(orders.getLast(), address, "Alice");
        }
        orders.forEach(each -> Telling.confirmed(each).publish());
        orders.forEach(each -> books.awaitAttempts(each, 1));
        assertEquals("DUE", books.text("status", orderId));
        assertTrue(books.text("last_error", orderId).startsWith("mail server: "));

        MailDoor.opens();

        await().atMost(Books.PATIENCE.multipliedBy(2))
                .until(() -> Mails.to(address).size() == orders.size());
        assertEquals(
                orders.size(),
                Mails.to(address).stream().map(Mails.Mail::messageId).distinct().count());
        orders.forEach(each -> books.awaitStatus(each, "SENT"));
    }

    @Test
    void a_mail_server_that_falls_silent_is_used_again_when_it_speaks() {
        MailDoor.fallsSilent();
        List<UUID> orders = new ArrayList<>(List.of(orderId));
        for (int i = 0; i < 20; i++) {
            orders.add(UUID.randomUUID());
            OrderService.knows(orders.getLast(), address, "Alice");
        }
        orders.forEach(each -> Telling.confirmed(each).publish());
        await().atMost(LONGER_THAN_AN_ATTEMPT)
                .until(() -> books.text("last_error", orderId).contains("TimeoutException"));

        MailDoor.speaksToNewcomers();

        orders.forEach(books::hurry);
        await().atMost(LONGER_THAN_AN_ATTEMPT)
                .until(() -> Mails.to(address).size() >= orders.size());
    }

    @ParameterizedTest
    @CsvSource({"RCPT,550 5.1.1 nobody here: ", "END,554 5.7.1 we do not want this"})
    void a_mail_that_is_refused_for_good_is_not_tried_again(String command, String reply) {
        MailDoor.answers(command, reply);

        Telling.confirmed(orderId).publish();

        books.awaitStatus(orderId, "FAILED");
        assertEquals(
                "mail server: SMTP " + reply.substring(0, 3), books.text("last_error", orderId));
        MailDoor.opens();
        books.hurry(orderId);
        UUID later = UUID.randomUUID();
        OrderService.knows(later, later + "@example.com", "Bob");
        Telling.confirmed(later).publish();
        books.awaitStatus(later, "SENT");
        assertEquals("1", books.text("attempts", orderId));
        assertEquals(List.of(), Mails.to(address));
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT,450 4.2.0 come back later: ",
        "END,451 4.3.0 come back later",
        "GREETING,554 5.7.1 not to you",
        "GREETING,421 4.3.2 closing down"
    })
    void a_mail_that_is_put_off_is_sent_later(String command, String reply) {
        MailDoor.answers(command, reply);
        Telling.confirmed(orderId).publish();
        books.awaitAttempts(orderId, 1);
        assertEquals("DUE", books.text("status", orderId));
        assertEquals(
                "mail server: SMTP " + reply.substring(0, 3), books.text("last_error", orderId));

        MailDoor.opens();

        books.awaitStatus(orderId, "SENT");
        assertEquals(1, Mails.to(address).size());
    }

    @Test
    void a_mail_whose_acceptance_was_not_heard_is_sent_again_under_the_same_id() {
        MailDoor.isCutOffBeforeItsLastWord();
        Telling.confirmed(orderId).publish();
        books.awaitAttempts(orderId, 1);

        MailDoor.opens();

        books.awaitStatus(orderId, "SENT");
        List<Mails.Mail> mails = Mails.to(address);
        assertTrue(mails.size() >= 2, () -> mails.size() + " mails");
        assertEquals(1, mails.stream().map(Mails.Mail::messageId).distinct().count());
    }
}
