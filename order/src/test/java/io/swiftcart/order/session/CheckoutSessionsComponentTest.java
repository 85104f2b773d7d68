package io.swiftcart.order.session;

import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.anonymous;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.session.Checkouts.SESSIONS;
import static io.swiftcart.order.session.Checkouts.complete;
import static io.swiftcart.order.session.Checkouts.open;
import static io.swiftcart.order.session.Checkouts.put;
import static io.swiftcart.order.session.Checkouts.read;
import static io.swiftcart.order.session.Checkouts.ready;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.order.Refusal;
import io.swiftcart.order.Store;
import io.swiftcart.order.Stubs;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CheckoutSessionsComponentTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private String sku = "";

    @BeforeEach
    void openShop() {
        Store.openShop();
        Checkouts.noOtherCarts();
        sku = Store.aSku(1000);
    }

    @Test
    void a_guest_goes_from_cart_to_order_and_reads_it_with_the_token() {
        String cart = Checkouts.aCart(sku, 2, null);
        Response opened = open(anonymous(), cart);
        opened.then()
                .statusCode(201)
                .body("status", equalTo("OPEN"))
                .body("subtotal", equalTo(2000))
                .body("totalAmount", equalTo(2000))
                .body(
                        "requirements.pointer",
                        equalTo(List.of("/customer", "/shippingAddress", "/shippingOption")));
        String id = opened.path("sessionId");
        assertEquals(SESSIONS + "/" + id, opened.header("Location"));

        put(id, "customer", "{\"email\":\"guest@example.com\",\"name\":\"Gwen\",\"phone\":\"1\"}")
                .then()
                .statusCode(200)
                .body("customer.email", equalTo("guest@example.com"));
        put(id, "shipping-address", Checkouts.address("DE"))
                .then()
                .statusCode(200)
                .body("tax", equalTo(380));
        anonymous()
                .get(SESSIONS + "/" + id + "/shipping-options")
                .then()
                .statusCode(200)
                .body("items.code", equalTo(List.of("standard", "express")))
                .body("items[0].amount", equalTo(500))
                .body("items[0].currency", equalTo("USD"));
        put(id, "shipping-option", "{\"code\":\"standard\"}")
                .then()
                .statusCode(200)
                .body("shipping", equalTo(500))
                .body("tax", equalTo(475))
                .body("totalAmount", equalTo(2975))
                .body("requirements", empty());

        Response order = complete(id, aKey(), 2975);

        order.then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("status", equalTo("CONFIRMED"))
                .body("subtotal", equalTo(2000))
                .body("discount", equalTo(0))
                .body("shipping", equalTo(500))
                .body("tax", equalTo(475))
                .body("totalAmount", equalTo(2975))
                .body("orderToken", notNullValue());
        String address = "/api/v1/orders/" + order.path("orderId");
        anonymous()
                .header("X-Order-Token", order.<String>path("orderToken"))
                .get(address)
                .then()
                .statusCode(200)
                .body("orderToken", nullValue());
        anonymous().header("X-Order-Token", "another").get(address).then().statusCode(404);
        read(id).then()
                .body("status", equalTo("COMPLETED"))
                .body("orderId", equalTo(order.path("orderId")))
                .body("totalAmount", equalTo(2975));
        await().atMost(SOON).until(() -> !Checkouts.removals(cart).isEmpty());
        assertEquals("version=7", Checkouts.removals(cart).getFirst().getUrl().split("\\?")[1]);
    }

    @Test
    void what_is_required_is_the_gate_of_completion() {
        String id = open(anonymous(), Checkouts.aCart(sku, 1, null)).path("sessionId");

        Response refused = complete(id, aKey(), 1000);

        Refusal.of(refused).statusCode(409).body("code", equalTo("checkout-incomplete"));
        assertEquals(read(id).<Object>path("requirements"), refused.<Object>path("requirements"));
        assertEquals(
                List.of(
                        "customer-required",
                        "shipping-address-required",
                        "shipping-option-required"),
                refused.path("requirements.code"));
    }

    @Test
    void a_price_that_changed_is_shown_and_never_charged_silently() {
        String id = ready(Checkouts.aCart(sku, 1, null), "US");
        Store.execute("update product_view set price = 1100 where sku = $1", Tuple.of(sku));

        String tag = read(id).header("ETag");
        anonymous().header("If-None-Match", tag).get(SESSIONS + "/" + id).then().statusCode(304);
        Refusal.of(complete(id, aKey(), 1500))
                .statusCode(409)
                .body("code", equalTo("total-changed"))
                .body("totalAmount", equalTo(1600))
                .body("currency", equalTo("USD"));
        read(id).then().body("totalAmount", equalTo(1600));
        complete(id, aKey(), 1600).then().statusCode(201);
    }

    @Test
    void a_cart_that_changed_is_read_again() {
        String cart = Checkouts.aCart(sku, 1, null);
        String id = ready(cart, "US");
        Checkouts.holds(cart, null, 8, Checkouts.line(sku, 3));

        complete(id, aKey(), 1500).then().statusCode(409);
        complete(id, aKey(), 3900).then().statusCode(201).body("items[0].qty", equalTo(3));
        await().atMost(SOON).until(() -> !Checkouts.removals(cart).isEmpty());
        assertEquals("version=8", Checkouts.removals(cart).getFirst().getUrl().split("\\?")[1]);
    }

    @Test
    void to_begin_reads_the_cart_once_and_answers_what_is_stored() {
        String cart = Checkouts.aCart(sku, 1, null);

        Response opened = open(anonymous(), cart);

        assertEquals(1, Checkouts.readings(cart).size());
        assertEquals(read(opened.path("sessionId")).asString(), opened.asString());
    }

    @Test
    void a_change_reads_the_cart_once_and_answers_what_is_stored() {
        String cart = Checkouts.aCart(sku, 1, null);
        String id = ready(cart, "US");
        int before = Checkouts.readings(cart).size();

        Response changed = put(id, "shipping-option", "{\"code\":\"express\"}");

        assertEquals(before + 1, Checkouts.readings(cart).size());
        assertEquals(read(id).asString(), changed.asString());
    }

    @Test
    void a_cart_that_is_gone_or_no_longer_sold_stands_in_the_way() {
        String cart = Checkouts.aCart(sku, 1, null);
        String id = ready(cart, "US");
        Store.execute("update product_view set active = false where sku = $1", Tuple.of(sku));
        read(id).then().body("requirements.code", equalTo(List.of("item-not-sold")));

        Checkouts.answers(cart, Stubs.problem(404, "not-found"));

        read(id).then().body("requirements.code", hasItem("cart-empty"));
        complete(id, aKey(), 0).then().statusCode(409).body("code", equalTo("checkout-incomplete"));
    }

    @Test
    void while_carts_are_away_checkouts_are_503() {
        String cart = Checkouts.aCart(sku, 1, null);
        String id = ready(cart, "US");
        Checkouts.answers(cart, Stubs.problem(500, "internal-error"));

        complete(id, aKey(), 1500).then().statusCode(503).header("Retry-After", notNullValue());
        open(anonymous(), cart).then().statusCode(503).body("code", equalTo("service-unavailable"));
    }

    @Test
    void a_declined_card_leaves_the_session_open_for_another() {
        String cart = Checkouts.aCart(sku, 1, null);
        String id = ready(cart, "US");
        Stubs.chargeAnswers(Stubs.problem(402, "payment-declined"));
        String key = aKey();

        Response declined = complete(id, key, 1500);

        declined.then().statusCode(402).body("orderId", notNullValue());
        read(id).then().body("status", equalTo("OPEN")).body("orderId", nullValue());
        Stubs.chargeAnswers(Stubs.captured());
        assertEquals(declined.asString(), complete(id, key, 1500).asString());
        complete(id, aKey(), 1500).then().statusCode(201);
        read(id).then().body("status", equalTo("COMPLETED"));
    }

    @Test
    void a_session_belongs_to_the_customer_who_opened_it() {
        String cart = Checkouts.aCart(sku, 1, null);
        Response opened = open(as("alice"), cart);
        opened.then().statusCode(201).body("customer.email", notNullValue());
        String address = SESSIONS + "/" + opened.path("sessionId");

        as("alice").get(address).then().statusCode(200);
        Refusal.of(as("bob").get(address)).statusCode(404);
        Refusal.of(anonymous().get(address)).statusCode(404);
        Refusal.of(as("payment").get(address)).statusCode(403);
        Refusal.of(anonymous().get(SESSIONS + "/" + UUID.randomUUID())).statusCode(404);
        Refusal.of(anonymous().get(SESSIONS + "/nonsense")).statusCode(400);
    }

    @Test
    void a_cart_of_another_customer_and_one_that_is_not_there_are_404() {
        String cart = Checkouts.aCart(sku, 1, "somebody");

        Refusal.of(open(anonymous(), cart)).statusCode(404);
        Refusal.of(open(as("alice"), cart)).statusCode(404);
        Refusal.of(open(anonymous(), UUID.randomUUID().toString())).statusCode(404);
    }

    @Test
    void what_cannot_be_is_refused() {
        String id = open(anonymous(), Checkouts.aCart(sku, 1, null)).path("sessionId");

        Refusal.of(put(id, "customer", "{\"email\":\"nobody\"}")).statusCode(400);
        Refusal.of(put(id, "shipping-address", "{\"country\":\"DE\"}")).statusCode(400);
        Refusal.of(put(id, "shipping-address", Checkouts.address("XX")))
                .statusCode(400)
                .body("errors.pointer", hasItem("/country"));
        Refusal.of(put(id, "shipping-option", "{\"code\":\"standard\"}"))
                .statusCode(409)
                .body("code", equalTo("checkout-incomplete"));
        put(id, "shipping-address", Checkouts.address("US")).then().statusCode(200);
        Refusal.of(put(id, "shipping-option", "{\"code\":\"pigeon\"}"))
                .statusCode(422)
                .body("code", equalTo("shipping-option-invalid"));
        Refusal.of(put(id, "promotion", "{\"code\":\"NONE\"}"))
                .statusCode(422)
                .body("code", equalTo("promotion-invalid"));
        Refusal.of(
                        anonymous()
                                .body("{\"paymentMethod\":\"pm\",\"expectedTotal\":1}")
                                .post(SESSIONS + "/" + id + "/complete"))
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    @Test
    void a_session_that_is_over_is_shown_and_takes_nothing_more() {
        String id = ready(Checkouts.aCart(sku, 1, null), "US");
        Store.execute(
                "update checkout_session set expires_at = now() - interval '1 s' where id = $1",
                Tuple.of(UUID.fromString(id)));

        read(id).then().statusCode(200).body("status", equalTo("EXPIRED"));
        Refusal.of(complete(id, aKey(), 1500))
                .statusCode(409)
                .body("code", equalTo("session-ended"))
                .body("sessionStatus", equalTo("EXPIRED"));
        Refusal.of(put(id, "customer", "{\"email\":\"a@example.com\"}")).statusCode(409);
    }

    @Test
    void one_call_does_it_all_and_a_repeat_is_the_same_answer() {
        String cart = Checkouts.aCart(sku, 1, null);
        String body =
                """
                {"cartId":"%s","customer":{"email":"g@example.com","name":"Gwen","shippingAddress":%s},
                "paymentMethod":"pm_card_visa"}
                """
                        .formatted(cart, Checkouts.address("US"));
        String key = aKey();

        Response first = checkOut(key, body);
        Response again = checkOut(key, body);

        first.then()
                .statusCode(201)
                .body("totalAmount", equalTo(1500))
                .body("orderToken", notNullValue());
        again.then().statusCode(201).header("Idempotent-Replayed", equalTo("true"));
        assertEquals(first.asString(), again.asString());
        Refusal.of(checkOut(aKey(), body.replaceAll(",\"shippingAddress\":\\{[^}]*}", "")))
                .statusCode(400);
        assertFalse(first.<String>path("orderToken").isBlank());
        Refusal.of(checkOut(aKey(), body))
                .statusCode(409)
                .body("requirements.code", equalTo(List.of("cart-ordered")))
                .body("orderId", equalTo(first.path("orderId")));
    }

    private static Response checkOut(String key, String body) {
        return anonymous()
                .header("Idempotency-Key", key)
                .header("Prefer", "wait=10")
                .body(body)
                .post(Checkouts.CHECKOUT);
    }
}
