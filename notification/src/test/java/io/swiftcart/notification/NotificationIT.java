package io.swiftcart.notification;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.swiftcart.platform.packaged.PackagedLedger;
import io.swiftcart.stack.testing.Facts;
import io.swiftcart.stack.testing.Mails;
import io.swiftcart.stack.testing.Tokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The mails as they are delivered: facts, the contact by a token, templates, SMTP. */
@QuarkusIntegrationTest
class NotificationIT implements PackagedLedger {
    private final UUID orderId = UUID.randomUUID();
    private final String address = orderId + "@example.com";

    @Override
    public String service() {
        return "notification";
    }

    @Test
    void a_confirmed_order_is_written_to_once() {
        OrderService.knows(orderId, address, "<b>Zoë</b>");
        Telling confirmed = Telling.confirmed(orderId);

        confirmed.publish();
        confirmed.publish();
        confirmed.underAnotherId().publish();

        Mails.Mail mail = mails(1).getFirst();
        assertEquals("<" + orderId + ".confirmed@swiftcart>", mail.messageId());
        assertEquals("Your order " + Telling.NUMBER + " is confirmed", mail.subject());
        String text = Mime.part(mail.raw(), "text/plain");
        assertTrue(text.contains("Hello <b>Zoë</b>,"), text);
        assertTrue(text.contains("2 x SKU-123 at 12.99 USD"), text);
        String html = Mime.part(mail.raw(), "text/html");
        assertTrue(html.contains("Hello &lt;b&gt;Zoë&lt;/b&gt;"), html);
        assertTrue(html.contains("<strong>30.98 USD</strong>"), html);
        Bus.awaitConsumed(Telling.CONFIRMED);
        assertEquals(1, Mails.to(address).size());
    }

    @Test
    void every_kind_has_its_words() {
        OrderService.knows(orderId, address, "Alice");

        Telling.failed(orderId).publish();
        Telling.cancelled(orderId, "customer-request").afterPayment().publish();
        Telling.refunded(orderId, 1299).publish();

        String all =
                mails(3).stream()
                        .map(mail -> Mime.part(mail.raw(), "text/plain"))
                        .sorted()
                        .toList()
                        .toString();
        assertTrue(all.contains("Reason: payment declined. Nothing was charged."), all);
        assertTrue(all.contains("What you paid is on its way back to you."), all);
        assertTrue(all.contains("12.99 USD is on its way back to you."), all);
    }

    @Test
    void what_was_sent_is_told_by_order() {
        OrderService.knows(orderId, address, "Alice");
        Telling.confirmed(orderId).publish();
        mails(1);

        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                given().auth()
                                        .oauth2(Tokens.of("manager"))
                                        .queryParam("limit", 1000)
                                        .get("/internal/notifications/by-order")
                                        .then()
                                        .statusCode(200)
                                        .body("items.orderId", hasItem(orderId.toString())));
        given().auth()
                .oauth2(Tokens.of("admin"))
                .get("/internal/notifications/by-order?limit=0")
                .then()
                .statusCode(400)
                .contentType(containsString("application/problem+json"));
    }

    @Test
    void a_fact_that_cannot_be_read_is_a_dead_letter_and_others_go_on() {
        OrderService.knows(orderId, address, "Alice");

        Facts.publish(Telling.CONFIRMED, orderId.toString(), "{\"eventId\":", Map.of());
        Telling.confirmed(orderId).publish();

        mails(1);
        Facts.consume(Telling.CONFIRMED + ".dlq").ofKey(orderId.toString(), 1);
    }

    private List<Mails.Mail> mails(int count) {
        return await().atMost(SOON).until(() -> Mails.to(address), found -> found.size() >= count);
    }
}
