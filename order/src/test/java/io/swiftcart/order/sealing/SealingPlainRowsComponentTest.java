package io.swiftcart.order.sealing;

import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.Ordering.lamps;
import static io.swiftcart.order.Ordering.placed;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.order.Ordering;
import io.swiftcart.order.Store;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SealingPlainRowsComponentTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject SealPlainRows sealPlainRows;

    @BeforeEach
    void openShop() {
        Store.openShop();
    }

    @Test
    void orders_of_an_earlier_release_are_read_and_encrypted() {
        String id = placed("alice", lamps(1));
        Tuple order = Tuple.of(UUID.fromString(id));
        Store.execute(
                """
                update orders set contact = '{"email":"old@example.com","name":"Old"}', contact_sealed = null,
                                  contact_subject = null
                where id = $1
                """,
                order);
        contactIs(id, "old@example.com");

        sealPlainRows.all().await().atMost(SOON);

        var row = Store.one("select * from orders where id = $1", order);
        assertNull(row.getValue("contact"));
        assertEquals(row.getString("customer_id"), row.getString("contact_subject"));
        contactIs(id, "old@example.com");
    }

    @Test
    void more_than_a_batch_is_encrypted_and_nothing_plain_is_left() {
        Store.execute(
                """
                insert into checkout_session (id, cart_id, customer_id, status, customer, shipping_address, cart,
                                              created_at, expires_at)
                select gen_random_uuid(), 'old-' || n, case n % 2 when 0 then 'old-customer' end, 'OPEN',
                       '{"email":"old@example.com"}',
                       '{"line1":"Old Street 1","city":"Town","postalCode":"1","country":"US"}',
                       '{"version":1,"currency":"USD","items":[]}', now(), now() + interval '1 hour'
                from generate_series(1, 450) n
                """,
                Tuple.tuple());
        UUID guests =
                Store.one("select id from checkout_session where cart_id = 'old-1'", Tuple.tuple())
                        .getUUID("id");

        sealPlainRows.all().await().atMost(SOON);

        assertEquals(
                0,
                Store.count(
                        "checkout_session where customer is not null or shipping_address is not null"));
        assertEquals(
                450,
                Store.count(
                        "checkout_session where customer_sealed is not null and cart_id like 'old-%'"));
        Ordering.anonymous()
                .get("/api/v1/checkout/sessions/" + guests)
                .then()
                .statusCode(200)
                .body("customer.email", equalTo("old@example.com"))
                .body("shippingAddress.line1", equalTo("Old Street 1"));
    }

    private static void contactIs(String orderId, String email) {
        as("notification")
                .get("/internal/orders/" + orderId + "/contact")
                .then()
                .statusCode(200)
                .body("email", equalTo(email));
    }
}
