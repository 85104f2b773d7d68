package io.swiftcart.payment;

import static io.restassured.RestAssured.given;
import static io.swiftcart.payment.Paying.AMOUNT;
import static io.swiftcart.payment.Paying.PAYMENTS;
import static io.swiftcart.payment.Paying.anOrder;
import static io.swiftcart.payment.Paying.as;
import static io.swiftcart.payment.Telling.event;
import static io.swiftcart.payment.Telling.signature;
import static io.swiftcart.payment.Telling.tell;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.swiftcart.payment.Paying.Order;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WebhookComponentTest {

    @Inject Database database;
    @Inject CircuitBreakerMaintenance breakers;

    @AfterEach
    void heal() {
        Sandbox.heal();
        breakers.resetAll();
    }

    @Test
    void an_event_that_is_told_twice_is_kept_once_and_worked_off() {
        Order order = anOrder();
        String _ = order.paid();
        String id = "evt_" + UUID.randomUUID();
        String body = event(id, order.id());

        for (int i = 0; i < 2; i++) {
            tell(body, signature(body, Instant.now())).then().statusCode(200);
        }

        assertEquals(1, count("select count(*)::int from provider_event where event_id = $1", id));
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                count(
                                                "select count(*)::int from provider_event where"
                                                        + " event_id = $1 and worked_off_at is not"
                                                        + " null",
                                                id)
                                        == 1);
    }

    @Test
    void an_event_makes_an_unknown_payment_known() {
        Order order = anOrder();
        Sandbox.fault("payment.lost-reply", 1);
        order.pay().then().statusCode(202);
        Sandbox.heal();
        String body = event("evt_" + UUID.randomUUID(), order.id());

        tell(body, signature(body, Instant.now())).then().statusCode(200);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                as("manager")
                                        .get(PAYMENTS + "/order/" + order.id())
                                        .then()
                                        .body("status", equalTo("SUCCEEDED")));
        assertEquals(AMOUNT, Sandbox.intentOf(order.id()).get("amount_received"));
    }

    @Test
    void a_signature_that_is_missing_wrong_or_too_old_is_400_and_nothing_is_kept() {
        String id = "evt_" + UUID.randomUUID();
        String body = event(id, UUID.randomUUID().toString());
        Instant now = Instant.now();

        List<String> wrong =
                List.of(
                        "",
                        "t=,v1=",
                        "v1=00",
                        "t=" + now.getEpochSecond() + ",v1=00",
                        signature(body + " ", now),
                        signature(body, now.minusSeconds(310)),
                        signature(body, now.plusSeconds(310)),
                        signature(body, now).replace("v1=", "v0="));
        for (String signature : wrong) {
            Refusal.of(tell(body, signature))
                    .statusCode(400)
                    .body("code", equalTo("webhook-signature-invalid"));
        }
        Refusal.of(
                        given().contentType("application/json")
                                .body(body)
                                .post("/api/v1/webhooks/stripe"))
                .statusCode(400)
                .body("code", equalTo("webhook-signature-invalid"));

        assertEquals(0, count("select count(*)::int from provider_event where event_id = $1", id));
    }

    @Test
    void a_signed_body_that_is_no_event_is_400() {
        for (String body : List.of("{", "[]", "{\"id\": 7}", "\"text\"")) {
            Refusal.of(tell(body, signature(body, Instant.now()))).statusCode(400);
        }
    }

    private int count(String sql, String id) {
        return database.pool()
                .preparedQuery(sql)
                .execute(Tuple.of(id))
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next()
                .getInteger(0);
    }
}
