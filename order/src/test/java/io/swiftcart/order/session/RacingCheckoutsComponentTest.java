package io.swiftcart.order.session;

import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.session.Checkouts.complete;
import static io.swiftcart.order.session.Checkouts.ready;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.order.Refusal;
import io.swiftcart.order.Store;
import io.swiftcart.order.Stubs;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RacingCheckoutsComponentTest {
    private String sku = "";

    @BeforeEach
    void openShop() {
        Store.openShop();
        Checkouts.noOtherCarts();
        sku = Store.aSku(1000);
    }

    @ParameterizedTest(name = "same key: {0}")
    @ValueSource(booleans = {false, true})
    void fifty_callers_of_one_session_see_one_order(boolean sameKey) throws Exception {
        String id = ready(Checkouts.aCart(sku, 1, null), "US");
        String key = aKey();

        List<Response> answers =
                Racing.atOnce(
                        50, 50, i -> () -> Racing.answered(id, sameKey ? key : key + i, 1500));

        answers.forEach(answer -> answer.then().statusCode(anyOf(equalTo(201), equalTo(202))));
        assertEquals(1, answers.stream().map(a -> a.path("orderId")).distinct().count());
        assertEquals(1, answers.stream().map(a -> a.path("orderToken")).distinct().count());
        String orderId = answers.getFirst().path("orderId");
        assertEquals(1, Stubs.charges(orderId).size());
        assertEquals(
                1,
                Store.one(
                                "select count(*) as n from orders where session_id = $1",
                                Tuple.of(UUID.fromString(id)))
                        .getLong("n"));
    }

    @Test
    void a_one_use_code_under_two_hundred_uses_at_once_is_used_once() throws Exception {
        String code = Checkouts.aPromotion(50, 1);
        Checkouts.allHold(Checkouts.line(sku, 1));
        List<String> sessions = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            sessions.add(stored(code));
        }

        List<Response> answers =
                Racing.atOnce(200, 64, i -> () -> Racing.answered(sessions.get(i), aKey(), 1000));

        assertEquals(1, answers.stream().map(Response::statusCode).filter(s -> s != 409).count());
        answers.stream()
                .filter(answer -> answer.statusCode() == 409)
                .forEach(
                        answer ->
                                Refusal.of(answer)
                                        .body("code", equalTo("checkout-incomplete"))
                                        .body(
                                                "requirements.code",
                                                equalTo(List.of("promotion-not-applicable"))));
        assertEquals(1, used(code));
        assertEquals(
                1,
                Store.one("select count(*) as n from promotion_use where code = $1", Tuple.of(code))
                        .getLong("n"));
    }

    @Test
    void an_order_that_fails_gives_its_code_back() {
        String code = Checkouts.aPromotion(50, 1);
        Checkouts.allHold(Checkouts.line(sku, 1));
        String id = stored(code);
        Stubs.chargeAnswers(Stubs.problem(402, "payment-declined"));
        complete(id, aKey(), 1000).then().statusCode(402);
        assertEquals(0, used(code));

        Stubs.chargeAnswers(Stubs.captured());

        complete(id, aKey(), 1000)
                .then()
                .statusCode(201)
                .body("discount", equalTo(500))
                .body("totalAmount", equalTo(1000));
        assertEquals(1, used(code));
    }

    @Test
    void an_order_that_is_cancelled_gives_its_code_back_and_the_session_stays_completed() {
        String code = Checkouts.aPromotion(50, 1);
        Checkouts.allHold(Checkouts.line(sku, 1));
        String id = stored(code);
        String orderId =
                complete(id, aKey(), 1000).then().statusCode(201).extract().path("orderId");

        as("manager")
                .header("Idempotency-Key", aKey())
                .header("Prefer", "wait=10")
                .body("{\"reason\":\"asked by phone\"}")
                .put("/api/v1/orders/" + orderId + "/cancel")
                .then()
                .statusCode(200);

        assertEquals(0, used(code));
        Checkouts.read(id).then().body("status", equalTo("COMPLETED"));
    }

    /** A session as it lies there when everything is entered, without the way there. */
    private String stored(String code) {
        UUID id = UUID.randomUUID();
        Store.execute(
                """
                insert into checkout_session (id, cart_id, status, customer, shipping_address, shipping_option,
                                              promotion, cart, created_at, expires_at)
                values ($1, $2, 'OPEN', '{"email": "g@example.com"}',
                        '{"line1": "Main Street 1", "city": "Town", "postalCode": "1", "country": "US"}', 'standard', $3,
                        '{"currency": "USD", "version": 7, "items": []}', now(), now() + interval '1 h')
                """,
                Tuple.of(id, "cart-" + id, code));
        return id.toString();
    }

    private static int used(String code) {
        return Store.one("select used from promotion where code = $1", Tuple.of(code))
                .getInteger("used");
    }
}
