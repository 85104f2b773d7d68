package io.swiftcart.notification;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.stack.testing.Mails;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which mails the facts of orders lead to. */
@QuarkusTest
class MailingComponentTest {
    private final UUID orderId = UUID.randomUUID();
    private final String address = orderId + "@example.com";
    private final Books books;

    MailingComponentTest(Books books) {
        this.books = books;
    }

    @Test
    void a_confirmed_order_is_written_to_once() {
        OrderService.knows(orderId, address, "Alice");

        Telling.confirmed(orderId).publish();

        Mails.Mail mail = onlyMail();
        assertEquals("<" + orderId + ".confirmed@swiftcart>", mail.messageId());
        assertEquals("Your order " + Telling.NUMBER + " is confirmed", mail.subject());
        String text = part(mail, "text/plain");
        assertTrue(text.contains("Hello Alice,"), text);
        assertTrue(text.contains("2 x SKU-123 at 12.99 USD"), text);
        assertTrue(text.contains("Total: 30.98 USD"), text);
        assertFalse(text.contains("charged"), text);
        String html = part(mail, "text/html");
        assertTrue(html.contains("<strong>" + Telling.NUMBER + "</strong> is confirmed"), html);
        assertTrue(html.contains("<strong>30.98 USD</strong>"), html);
        books.awaitStatus(orderId, "SENT");
        assertEquals("1", books.text("attempts", orderId));
    }

    @Test
    void a_failed_order_is_written_to_with_the_reason() {
        OrderService.knows(orderId, address, "Alice");

        Telling.failed(orderId).publish();

        Mails.Mail mail = onlyMail();
        assertEquals("<" + orderId + ".failed@swiftcart>", mail.messageId());
        assertEquals("Your order " + Telling.NUMBER + " could not be completed", mail.subject());
        assertTrue(
                part(mail, "text/plain")
                        .contains("Reason: payment declined. Nothing was charged."));
        assertTrue(part(mail, "text/html").contains("Reason: payment declined."));
    }

    @Test
    void a_cancelled_order_that_was_paid_is_not_told_that_nothing_was_charged() {
        OrderService.knows(orderId, address, "Alice");

        Telling.cancelled(orderId, "changed my mind").afterPayment().publish();

        Mails.Mail mail = onlyMail();
        assertEquals("<" + orderId + ".cancelled@swiftcart>", mail.messageId());
        String text = part(mail, "text/plain");
        assertTrue(text.contains("What you paid is on its way back to you."), text);
        assertFalse(text.contains("Nothing was charged"), text);
    }

    @Test
    void an_order_cancelled_before_payment_is_told_that_nothing_was_charged() {
        OrderService.knows(orderId, address, "Alice");

        Telling.cancelled(orderId, "customer-request").publish();

        assertTrue(part(onlyMail(), "text/plain").contains("Nothing was charged."));
    }

    @Test
    void a_refunded_order_is_told_what_it_gets_back() {
        OrderService.knows(orderId, address, "Alice");

        Telling.refunded(orderId, 1299).publish();

        Mails.Mail mail = onlyMail();
        assertEquals("<" + orderId + ".refunded@swiftcart>", mail.messageId());
        assertEquals("Your order " + Telling.NUMBER + " was refunded", mail.subject());
        assertTrue(part(mail, "text/plain").contains("12.99 USD is on its way back to you."));
    }

    @Test
    void an_order_is_written_to_once_for_each_kind() {
        OrderService.knows(orderId, address, "Alice");

        Telling.confirmed(orderId).publish();
        Telling.cancelled(orderId, "customer-request").afterPayment().publish();

        await().atMost(Books.PATIENCE).until(() -> Mails.to(address).size() == 2);
        assertEquals(
                List.of("CANCELLED", "CONFIRMED"),
                books.list("select kind from delivery where order_id = $1 order by kind", orderId));
    }

    @Test
    void an_order_without_a_name_is_greeted_plainly() {
        OrderService.knows(orderId, address, " \n ");

        Telling.confirmed(orderId).publish();

        assertTrue(part(onlyMail(), "text/plain").startsWith("Hello,"));
    }

    @Test
    void html_in_a_name_is_only_text() {
        OrderService.knows(orderId, address, "<b>Bob</b> & <script>alert(1)</script>");

        Telling.confirmed(orderId).publish();

        Mails.Mail mail = onlyMail();
        String html = part(mail, "text/html");
        assertTrue(html.contains("Hello &lt;b&gt;Bob&lt;/b&gt; &amp; &lt;script&gt;"), html);
        assertFalse(html.contains("<script>"), html);
        assertTrue(part(mail, "text/plain").contains("Hello <b>Bob</b> & <script>"));
    }

    @Test
    void a_name_cannot_add_lines_or_letters_of_its_own() {
        OrderService.knows(orderId, address, "Zoë\r\nBcc: all@example.com\r\n\r\nPay here");

        Telling.confirmed(orderId).publish();

        Mails.Mail mail = onlyMail();
        String text = part(mail, "text/plain");
        assertTrue(text.startsWith("Hello Zoë Bcc: all@example.com Pay here,"), text);
        assertEquals(List.of(), Mails.to("all@example.com"));
    }

    @Test
    void an_order_without_an_address_is_marked_failed_with_the_reason() {
        OrderService.knowsNobodyOf(orderId);

        Telling.confirmed(orderId).publish();

        books.awaitStatus(orderId, "FAILED");
        assertEquals("the order names no e-mail address", books.text("last_error", orderId));
        assertEquals(1, OrderService.asked(orderId).size());
    }

    @Test
    void an_address_that_is_none_is_marked_failed_with_the_reason() {
        OrderService.knows(orderId, "alice at home <", "Alice");

        Telling.confirmed(orderId).publish();

        books.awaitStatus(orderId, "FAILED");
        assertEquals("the e-mail address is not one", books.text("last_error", orderId));
    }

    @Test
    void the_order_service_is_asked_with_the_right_to_see_contacts() {
        OrderService.knows(orderId, address, "Alice");

        Telling.confirmed(orderId).publish();

        onlyMail();
        String token = OrderService.asked(orderId).getFirst().getHeader("Authorization");
        JsonObject claims =
                new JsonObject(
                        new String(
                                Base64.getUrlDecoder().decode(token.split("\\.")[1]),
                                StandardCharsets.UTF_8));
        assertEquals("orders:contact", claims.getString("scope"));
    }

    private Mails.Mail onlyMail() {
        await().atMost(Books.PATIENCE).until(() -> !Mails.to(address).isEmpty());
        List<Mails.Mail> mails = Mails.to(address);
        assertEquals(1, mails.size());
        return mails.getFirst();
    }

    private static String part(Mails.Mail mail, String type) {
        return Mime.part(mail.raw(), type);
    }
}
