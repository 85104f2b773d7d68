package io.swiftcart.order.session;

import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.anonymous;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.Ordering.items;
import static io.swiftcart.order.Ordering.placed;
import static io.swiftcart.order.session.Checkouts.complete;
import static io.swiftcart.order.session.Checkouts.ready;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.swiftcart.order.Refusal;
import io.swiftcart.order.Store;
import io.swiftcart.order.Stubs;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the bearer of an order's token, whom no identity provider knows, may do with it. */
@QuarkusTest
class GuestOrdersComponentTest {
    private String sku = "";

    @BeforeEach
    void openShop() {
        Store.openShop();
        Checkouts.noOtherCarts();
        sku = Store.aSku(1000);
    }

    @Test
    void a_refusal_that_a_guest_has_an_order_of_holds_the_token_that_opens_it() {
        String id = ready(Checkouts.aCart(sku, 1, null), "US");
        Stubs.chargeAnswers(Stubs.problem(402, "payment-declined"));
        String key = aKey();

        Response declined = complete(id, key, 1500);

        declined.then().statusCode(402).body("orderToken", notNullValue());
        anonymous()
                .header("X-Order-Token", declined.<String>path("orderToken"))
                .get("/api/v1/orders/" + declined.path("orderId"))
                .then()
                .statusCode(200)
                .body("status", equalTo("FAILED"));
        assertEquals(declined.asString(), complete(id, key, 1500).asString());
    }

    @Test
    void a_guest_takes_an_order_back_with_its_token() {
        Response order = complete(ready(Checkouts.aCart(sku, 1, null), "US"), aKey(), 1500);
        String id = order.path("orderId");
        String token = order.path("orderToken");
        String key = aKey();

        Response cancelled = cancel(bearing(token), id, key);

        cancelled
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("paymentStatus", equalTo("REFUNDED"));
        assertEquals(1, Stubs.voids(id));
        Response again = cancel(bearing(token), id, key);
        again.then().statusCode(200).header("Idempotent-Replayed", equalTo("true"));
        assertEquals(cancelled.asString(), again.asString());
    }

    @Test
    void nobody_takes_a_guests_order_back_without_its_token() {
        Response order = complete(ready(Checkouts.aCart(sku, 1, null), "US"), aKey(), 1500);
        Response other = complete(ready(Checkouts.aCart(sku, 1, null), "US"), aKey(), 1500);
        String id = order.path("orderId");
        String key = aKey();

        Refusal.of(cancel(anonymous(), id, key)).statusCode(401);
        Refusal.of(anonymous().body("nonsense").put("/api/v1/orders/" + id + "/cancel"))
                .statusCode(401);
        Refusal.of(cancel(bearing("guess"), id, key)).statusCode(404);
        Refusal.of(cancel(bearing(other.path("orderToken")), id, key)).statusCode(404);
        cancel(bearing(order.path("orderToken")), id, key).then().statusCode(200);
        Refusal.of(cancel(bearing("guess"), id, key)).statusCode(404);
    }

    @Test
    void an_admin_has_a_guest_forgotten_and_says_why() {
        String session = ready(Checkouts.aCart(sku, 1, null), "US");
        Response order = complete(session, aKey(), 1500);
        String other =
                complete(ready(Checkouts.aCart(sku, 1, null), "US"), aKey(), 1500).path("orderId");
        String id = order.path("orderId");
        contact(id).then().statusCode(200).body("email", notNullValue());

        erase(id).then().statusCode(204);
        erase(id).then().statusCode(204);

        Refusal.of(contact(id)).statusCode(404).body("code", equalTo("contact-erased"));
        anonymous().get(Checkouts.SESSIONS + "/" + session).then().body("customer", nullValue());
        bearing(order.path("orderToken"))
                .get("/api/v1/orders/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"));
        contact(other).then().statusCode(200).body("email", notNullValue());
        assertEquals(
                "asked for by letter",
                Store.one(
                                "select reason from audit_entry where action = 'guest.erase' and subject = $1 limit 1",
                                Tuple.of(id))
                        .getString("reason"));
    }

    @Test
    void the_guest_of_an_order_from_before_encryption_is_forgotten_too() {
        String session = ready(Checkouts.aCart(sku, 1, null), "US");
        String id = complete(session, aKey(), 1500).path("orderId");
        Store.execute(
                """
                update orders set contact = '{"email":"gwen@example.com"}', contact_sealed = null,
                    contact_subject = null where id = $1
                """,
                Tuple.of(UUID.fromString(id)));
        contact(id).then().statusCode(200).body("email", equalTo("gwen@example.com"));

        erase(id).then().statusCode(204);

        Refusal.of(contact(id)).statusCode(404).body("code", equalTo("contact-erased"));
        anonymous().get(Checkouts.SESSIONS + "/" + session).then().body("customer", nullValue());
    }

    @Test
    void nobody_is_forgotten_by_an_order_that_is_no_guests() {
        String id = placed("alice", items("{\"sku\":\"%s\",\"qty\":1}".formatted(sku)));

        Refusal.of(erase(id)).statusCode(404);
        Refusal.of(erase(UUID.randomUUID().toString())).statusCode(404);
    }

    private static Response erase(String orderId) {
        return as("admin")
                .body(Map.of("reason", "asked for by letter"))
                .post("/api/v1/admin/orders/" + orderId + "/guest/erase");
    }

    private static Response contact(String orderId) {
        return as("notification").get("/internal/orders/" + orderId + "/contact");
    }

    private static RequestSpecification bearing(String token) {
        return anonymous().header("X-Order-Token", token);
    }

    private static Response cancel(RequestSpecification caller, String orderId, String key) {
        return caller.header("Idempotency-Key", key)
                .header("Prefer", "wait=10")
                .body("{\"reason\":\"changed my mind\"}")
                .put("/api/v1/orders/" + orderId + "/cancel");
    }
}
