package io.swiftcart.payment;

import static io.swiftcart.payment.Paying.PAYMENTS;
import static io.swiftcart.payment.Paying.anOrder;
import static io.swiftcart.payment.Paying.anonymous;
import static io.swiftcart.payment.Paying.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RolesComponentTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/payments",
        "GET, /api/v1/payments",
        "GET, /api/v1/payments/{id}",
        "GET, /api/v1/payments/order/{id}",
        "POST, /api/v1/payments/{id}/capture",
        "POST, /api/v1/payments/{id}/void",
        "POST, /api/v1/payments/{id}/refund",
        "POST, /internal/payments/orders/{id}/void"
    })
    void customers_strangers_and_clients_without_the_scope_are_kept_out(
            Method method, String path) {
        String address = path.replace("{id}", UUID.randomUUID().toString());

        anonymous()
                .header("Idempotency-Key", "k")
                .body(Map.of())
                .request(method, address)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("code", equalTo("unauthenticated"))
                .body("correlationId", notNullValue());
        for (String user : new String[] {"alice", "bob", "loadtest", "notification"}) {
            as(user).header("Idempotency-Key", "k")
                    .body(Map.of())
                    .request(method, address)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("forbidden"));
        }
    }

    @Test
    void managers_and_admins_read_and_write_payments() {
        for (String user : new String[] {"manager", "admin"}) {
            String order = UUID.randomUUID().toString();
            String payment =
                    as(user).header("Idempotency-Key", order)
                            .body(
                                    Map.of(
                                            "orderId",
                                            order,
                                            "amount",
                                            100,
                                            "currency",
                                            "USD",
                                            "paymentMethod",
                                            "pm_card_mastercard"))
                            .post(PAYMENTS)
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("paymentId");
            as(user).get(PAYMENTS + "/" + payment).then().statusCode(200);
            as(user).get(PAYMENTS).then().statusCode(200);
            as(user).header("Idempotency-Key", UUID.randomUUID().toString())
                    .post(PAYMENTS + "/" + payment + "/refund")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("REFUNDED"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "bookkeeper"})
    void the_money_of_orders_is_for_the_order_service_alone(String caller) {
        String payments = "/internal/payments/orders/" + anOrder().id();
        Map<String, Object> refund =
                Map.of("refundId", UUID.randomUUID(), "amount", 1, "reason", "x");

        as(caller).body(Map.of("reason", "x")).post(payments + "/void").then().statusCode(403);
        as(caller).body(refund).post(payments + "/refund").then().statusCode(403);
        as(caller).get("/internal/payments/by-order").then().statusCode(403);
    }

    @Test
    void nobody_reads_the_money_of_orders_without_a_token() {
        anonymous().get("/internal/payments/by-order").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forged",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSIsImdyb3VwcyI6WyJtYW5hZ2VyIl19."
            })
    void a_forged_token_opens_nothing(String token) {
        anonymous()
                .auth()
                .oauth2(token)
                .get(PAYMENTS)
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
    }
}
