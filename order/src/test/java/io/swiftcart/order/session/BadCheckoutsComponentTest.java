package io.swiftcart.order.session;

import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.anonymous;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.session.Checkouts.CHECKOUT;
import static io.swiftcart.order.session.Checkouts.SESSIONS;
import static io.swiftcart.order.session.Checkouts.read;
import static io.swiftcart.order.session.Checkouts.ready;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.swiftcart.order.Refusal;
import io.swiftcart.order.Store;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a checkout refuses whatever it is asked, and what it shows to whom. */
@QuarkusTest
class BadCheckoutsComponentTest {
    private final ExpireSessions expireSessions;
    private String sku = "";

    BadCheckoutsComponentTest(ExpireSessions expireSessions) {
        this.expireSessions = expireSessions;
    }

    @BeforeEach
    void openShop() {
        Store.openShop();
        Checkouts.noOtherCarts();
        sku = Store.aSku(1000);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /sessions, cartId",
        "PUT, /sessions/{id}/customer, email",
        "PUT, /sessions/{id}/shipping-address, country",
        "PUT, /sessions/{id}/shipping-option, code",
        "PUT, /sessions/{id}/promotion, code",
        "POST, /sessions/{id}/complete, paymentMethod",
        "POST, '', cartId"
    })
    void a_body_that_cannot_be_is_refused_and_changes_nothing(
            Method method, String path, String member) {
        String id = ready(Checkouts.aCart(sku, 1, null), "US");
        String address = CHECKOUT + path.replace("{id}", id);
        int version = read(id).path("version");

        for (String bad :
                List.of(
                        "",
                        "null",
                        "[]",
                        "x",
                        "{",
                        "{\"" + member + "\":{}}",
                        "{\"" + member + "\":[1]}",
                        "{\"" + member + "\":\"\\u0000\"}",
                        "{\"" + member + "\":\"" + "x".repeat(2_000) + "\"}",
                        "{\"unheard\":\"of\"}")) {
            Refusal.of(asked().body(bad).request(method, address)).statusCode(400);
        }
        Refusal.of(asked().body("{\"x\":\"" + "x".repeat(1 << 20) + "\"}").request(method, address))
                .statusCode(413);
        Refusal.of(asked().contentType("text/plain").body("{}").request(method, address))
                .statusCode(415);
        read(id).then().body("version", equalTo(version)).body("status", equalTo("OPEN"));
    }

    @Test
    void a_customers_checkout_becomes_an_order_of_theirs_without_a_token() {
        String cart = Checkouts.aCart(sku, 1, null);
        String id =
                Checkouts.open(as("alice"), cart)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("sessionId");
        String address = SESSIONS + "/" + id;
        as("alice").body(Checkouts.address("US")).put(address + "/shipping-address");
        as("alice").body("{\"code\":\"standard\"}").put(address + "/shipping-option");

        Response order = Checkouts.complete(as("alice"), id, aKey(), 1500);

        order.then().statusCode(201).body("orderToken", nullValue());
        String path = "/api/v1/orders/" + order.path("orderId");
        as("alice").get(path).then().statusCode(200);
        as("bob").get(path).then().statusCode(404);
        as("notification")
                .get("/internal/orders/" + order.path("orderId") + "/contact")
                .then()
                .statusCode(200)
                .body("email", notNullValue());
    }

    @Test
    void a_session_that_nobody_completes_forgets_whom_it_was_for() {
        String over = ready(Checkouts.aCart(sku, 1, null), "US");
        String open = ready(Checkouts.aCart(sku, 1, null), "US");
        Store.execute(
                "update checkout_session set expires_at = now() - interval '1 s' where id = $1",
                Tuple.of(UUID.fromString(over)));

        expireSessions.sweep().await().indefinitely();

        Row forgotten =
                Store.one(
                        "select * from checkout_session where id = $1",
                        Tuple.of(UUID.fromString(over)));
        assertEquals("EXPIRED", forgotten.getString("status"));
        assertNull(forgotten.getJsonObject("customer"));
        assertNull(forgotten.getJsonObject("shipping_address"));
        assertNull(forgotten.getValue("customer_sealed"));
        assertNull(forgotten.getValue("shipping_address_sealed"));
        read(over).then().body("status", equalTo("EXPIRED")).body("customer", nullValue());
        read(open).then().body("status", equalTo("OPEN")).body("customer", not(nullValue()));
    }

    private static RequestSpecification asked() {
        return anonymous().header("Idempotency-Key", aKey());
    }
}
