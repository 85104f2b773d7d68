package io.swiftcart.order.erasing;

import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.Ordering.items;
import static io.swiftcart.order.Ordering.place;
import static io.swiftcart.order.Ordering.placed;
import static io.swiftcart.order.Ordering.read;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.order.Refusal;
import io.swiftcart.order.Store;
import io.swiftcart.stack.testing.Facts;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bob is erased in the end, so no other test asks for his contact. */
@QuarkusTest
class ErasingCustomersComponentTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PERSON =
            """
            "customer":{"email":"bob.unmistakable@example.com","name":"Bob Unmistakable","phone":"+49 30 1",
             "shippingAddress":{"line1":"Unmistakable Street 1","city":"Berlin","postalCode":"10115","country":"DE"}}\
            """;

    @BeforeEach
    void openShop() {
        Store.openShop();
    }

    @Test
    void whom_an_order_is_for_is_not_readable_in_the_database() {
        String id = placed("alice", lamp());

        Row row = order(id);

        assertNull(row.getValue("contact"));
        assertEquals(row.getString("customer_id"), row.getString("contact_subject"));
        assertFalse(
                new String(row.getBuffer("contact_sealed").getBytes(), StandardCharsets.ISO_8859_1)
                        .contains("nmistakable"));
        contact(id).then().statusCode(200).body("email", equalTo("bob.unmistakable@example.com"));
    }

    @Test
    void a_contact_that_was_moved_to_another_order_is_not_given_out() {
        String one = placed("alice", lamp());
        String other = placed("alice", lamp());

        Store.execute(
                """
                update orders set contact_sealed = (select contact_sealed from orders where id = $2) where id = $1
                """,
                Tuple.of(UUID.fromString(one), UUID.fromString(other)));

        contact(one).then().statusCode(500);
        contact(other).then().statusCode(200);
    }

    @Test
    void of_a_customer_who_is_erased_nothing_is_left_but_the_orders() {
        String id = placed("bob", lamp());
        String plain = placed("bob", lamp());
        Store.execute(
                """
                update orders set contact = '{"email":"bob.unmistakable@example.com"}', contact_sealed = null
                where id = $1
                """,
                Tuple.of(UUID.fromString(plain)));
        String customerId = order(id).getString("customer_id");
        contact(id).then().statusCode(200);

        Facts.publish(
                "customers.erased.v1",
                customerId,
                """
                {"eventId":"%s","eventType":"CustomerErased","occurredAt":"2026-11-21T08:00:00Z","customerId":"%s"}
                """
                        .formatted(UUID.randomUUID(), customerId),
                Map.of());

        await().atMost(SOON).until(() -> contact(id).statusCode() == 404);
        Refusal.of(contact(id)).body("code", equalTo("contact-erased"));
        contact(plain).then().statusCode(404);
        assertNull(order(plain).getValue("contact"));
        read(id).then().statusCode(200).body("status", equalTo("CONFIRMED"));

        String later =
                place("bob", aKey(), lamp()).then().statusCode(201).extract().path("orderId");
        assertNull(order(later).getValue("contact_sealed"));
        assertNull(order(later).getValue("contact"));
        contact(later).then().statusCode(404);
        Row key = Store.one("select * from data_key where subject = $1", Tuple.of(customerId));
        assertNull(key.getValue("wrapped"));
        assertNotNull(key.getValue("destroyed_at"));
        assertTrue(contact(placed("alice", lamp())).statusCode() == 200);
    }

    private static String lamp() {
        return items("{\"sku\":\"SKU-LAMP\",\"qty\":1}", PERSON);
    }

    private static Row order(String id) {
        return Store.one("select * from orders where id = $1", Tuple.of(UUID.fromString(id)));
    }

    private static Response contact(String id) {
        return as("notification").get("/internal/orders/" + id + "/contact");
    }
}
