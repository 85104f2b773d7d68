package io.swiftcart.notification;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.stack.testing.Facts;
import io.swiftcart.stack.testing.Mails;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** However often a fact is told, its mail is sent once; what cannot be read stops nobody. */
@QuarkusTest
class OnceComponentTest {
    private final UUID orderId = UUID.randomUUID();
    private final String address = orderId + "@example.com";
    private final Books books;

    OnceComponentTest(Books books) {
        this.books = books;
    }

    @Test
    void a_fact_that_comes_twice_is_one_mail() {
        OrderService.knows(orderId, address, "Alice");

        Telling.confirmed(orderId).publish().publish();

        assertOneMail(Telling.CONFIRMED);
    }

    @Test
    void a_transition_that_comes_under_two_event_ids_is_one_mail() {
        OrderService.knows(orderId, address, "Alice");

        Telling.confirmed(orderId).publish().underAnotherId().publish();

        assertOneMail(Telling.CONFIRMED);
    }

    @Test
    void a_fact_that_comes_again_after_its_mail_is_sent_changes_nothing() {
        OrderService.knows(orderId, address, "Alice");
        Telling fact = Telling.failed(orderId).publish();
        books.awaitStatus(orderId, "SENT");
        String before = books.text("delivery::text", orderId);

        fact.publish();
        books.run("delete from inbox where event_id = $1", fact.eventId());
        fact.publish();

        assertOneMail(Telling.FAILED);
        assertEquals(before, books.text("delivery::text", orderId));
    }

    @Test
    void a_topic_told_once_more_from_its_beginning_is_no_further_mail() {
        OrderService.knows(orderId, address, "Alice");
        Telling.confirmed(orderId).publish();
        books.awaitStatus(orderId, "SENT");
        String before = books.list("select count(*) from delivery").getFirst();

        Bus.replay(Telling.CONFIRMED);

        assertOneMail(Telling.CONFIRMED);
        assertEquals(before, books.list("select count(*) from delivery").getFirst());
    }

    @Test
    void a_fact_that_cannot_be_read_goes_to_the_dead_letters_and_the_next_is_written_about() {
        OrderService.knows(orderId, address, "Alice");
        String key = orderId.toString();

        Facts.publish(Telling.CONFIRMED, key, "{\"eventId\":", Map.of());
        Facts.publish(Telling.CONFIRMED, key, "{\"eventId\":\"" + orderId + "\"}", Map.of());
        Telling.confirmed(orderId).publish();

        assertOneMail(Telling.CONFIRMED);
        assertEquals(2, Facts.consume(Telling.CONFIRMED + ".dlq").ofKey(key, 2).size());
    }

    private void assertOneMail(String topic) {
        books.awaitStatus(orderId, "SENT");
        Bus.awaitConsumed(topic);
        await().atMost(Books.PATIENCE)
                .until(
                        () ->
                                books.list(
                                                "select count(*) from delivery where status = 'DUE' and order_id = $1",
                                                orderId)
                                        .equals(List.of("0")));
        assertEquals(1, Mails.to(address).size());
    }
}
