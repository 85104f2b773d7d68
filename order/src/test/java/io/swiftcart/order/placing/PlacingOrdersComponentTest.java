package io.swiftcart.order.placing;

import static io.swiftcart.order.Ordering.LAMP;
import static io.swiftcart.order.Ordering.LAMP_PRICE;
import static io.swiftcart.order.Ordering.ORDERS;
import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.Ordering.lamps;
import static io.swiftcart.order.Ordering.place;
import static io.swiftcart.order.Ordering.read;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.order.Refusal;
import io.swiftcart.order.Store;
import io.swiftcart.order.Stubs;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlacingOrdersComponentTest {

    @BeforeEach
    void openShop() {
        Store.openShop();
    }

    @Test
    void an_order_is_confirmed_with_the_total_of_the_catalogue() {
        Response placed = place("alice", aKey(), lamps(2));

        placed.then()
                .statusCode(201)
                .header("Location", equalTo(ORDERS + "/" + placed.path("orderId")))
                .header("ETag", equalTo("\"2\""))
                .body("status", equalTo("CONFIRMED"))
                .body("paymentStatus", equalTo("SUCCEEDED"))
                .body("fulfillmentStatus", equalTo("UNFULFILLED"))
                .body("orderNumber", matchesPattern("ORD-\\d{8}-\\d{6,}"))
                .body("totalAmount", equalTo(2 * LAMP_PRICE))
                .body("items[0].lineTotal", equalTo(2 * LAMP_PRICE))
                .body("version", equalTo(2));
        assertEquals(placed.body().asString(), read(placed.path("orderId")).body().asString());
    }

    @Test
    void neighbours_are_asked_once_for_what_was_ordered_under_the_ids_of_the_request() {
        Response placed =
                as("alice")
                        .header("Idempotency-Key", aKey())
                        .header("Prefer", "wait=10")
                        .header("X-Correlation-ID", "shop-window-7")
                        .header(
                                "traceparent",
                                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                        .body(lamps(3))
                        .post(ORDERS);
        String id = placed.then().statusCode(201).extract().path("orderId");

        assertEquals(1, Stubs.reservations(id).size());
        assertEquals(1, Stubs.charges(id).size());
        LoggedRequest reservation = Stubs.reservations(id).getFirst();
        LoggedRequest charge = Stubs.charges(id).getFirst();
        assertEquals(
                new JsonObject("{\"sku\":\"%s\",\"qty\":3}".formatted(LAMP)),
                new JsonObject(reservation.getBodyAsString())
                        .getJsonArray("items")
                        .getJsonObject(0));
        JsonObject money = new JsonObject(charge.getBodyAsString());
        assertEquals(3 * LAMP_PRICE, money.getInteger("amount"));
        assertEquals("USD", money.getString("currency"));
        assertEquals("pm_card_visa", money.getString("paymentMethod"));
        for (LoggedRequest request : new LoggedRequest[] {reservation, charge}) {
            assertEquals("shop-window-7", request.getHeader("X-Correlation-ID"));
            assertTrue(request.getHeader("Authorization").startsWith("Bearer "));
            assertTrue(
                    request.getHeader("traceparent")
                            .startsWith("00-0af7651916cd43dd8448eb211c80319c-"));
        }
    }

    @Test
    void a_declined_card_is_402_and_the_stock_is_given_back() {
        Stubs.chargeAnswers(Stubs.problem(402, "payment-declined"));

        Response declined = place("alice", aKey(), lamps(1));

        String id =
                Refusal.of(declined)
                        .statusCode(402)
                        .body("code", equalTo("payment-declined"))
                        .path("orderId");
        assertEquals(1, Stubs.releases(id));
        read(id).then()
                .body("status", equalTo("FAILED"))
                .body("paymentStatus", equalTo("FAILED"))
                .body("failureReason", equalTo("payment-declined"))
                .body("version", equalTo(2));
    }

    @Test
    void a_payment_method_that_the_provider_does_not_know_is_422_and_the_stock_is_given_back() {
        Stubs.chargeAnswers(Stubs.problem(422, "payment-method-invalid"));

        String id =
                Refusal.of(place("alice", aKey(), lamps(1)))
                        .statusCode(422)
                        .body("code", equalTo("payment-method-invalid"))
                        .path("orderId");

        assertEquals(1, Stubs.releases(id));
        read(id).then().body("status", equalTo("FAILED")).body("paymentStatus", equalTo("FAILED"));
    }

    @Test
    void short_stock_is_409_with_the_lines_and_payment_is_never_asked() {
        Stubs.reserveAnswers(
                Stubs.json(
                        409,
                        """
                        {"code":"insufficient-stock","items":[{"sku":"%s","requested":3,"available":1}]}
                        """
                                .formatted(LAMP)));

        String id =
                Refusal.of(place("alice", aKey(), lamps(3)))
                        .statusCode(409)
                        .body("code", equalTo("insufficient-stock"))
                        .body("items[0].sku", equalTo(LAMP))
                        .body("items[0].requested", equalTo(3))
                        .body("items[0].available", equalTo(1))
                        .path("orderId");
        assertEquals(0, Stubs.charges(id).size());
        assertEquals(0, Stubs.voids(id));
        read(id).then()
                .body("status", equalTo("FAILED"))
                .body("paymentStatus", equalTo("PENDING"))
                .body("failureReason", equalTo("insufficient-stock"));
    }

    @Test
    void a_hold_that_was_closed_meanwhile_ends_the_order_with_everything_undone() {
        Stubs.reserveAnswers(Stubs.problem(409, "reservation-closed"));

        String id =
                Refusal.of(place("alice", aKey(), lamps(1)))
                        .statusCode(409)
                        .body("code", equalTo("order-timed-out"))
                        .path("orderId");

        assertEquals(0, Stubs.charges(id).size());
        assertEquals(1, Stubs.voids(id));
        assertEquals(1, Stubs.releases(id));
        read(id).then().body("paymentStatus", equalTo("VOIDED"));
    }

    @Test
    void order_numbers_are_never_given_twice() {
        String first = place("alice", aKey(), lamps(1)).path("orderNumber");

        place("bob", aKey(), lamps(1)).then().body("orderNumber", not(equalTo(first)));
    }
}
