package io.swiftcart.payment;

import static io.swiftcart.payment.Paying.AMOUNT;
import static io.swiftcart.payment.Paying.anOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.swiftcart.payment.Paying.Order;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The provider remembers a key for a day: after that, sending again would charge again. */
@QuarkusTest
class ForgottenKeysComponentTest {

    @Inject Database database;
    @Inject CircuitBreakerMaintenance breakers;

    @AfterEach
    void heal() {
        Sandbox.heal();
        breakers.resetAll();
    }

    @Test
    void a_payment_that_stayed_unknown_for_a_day_is_looked_up_and_not_sent_again() {
        Order order = anOrder();
        Sandbox.fault("payment.lost-reply", 1);
        order.pay().then().statusCode(202);
        Sandbox.heal();
        makeADayOlder(order);

        order.pay().then().statusCode(201).body("status", equalTo("SUCCEEDED"));

        assertEquals(AMOUNT, Sandbox.intentOf(order.id()).get("amount_received"));
    }

    @Test
    void a_payment_that_never_arrived_fails_after_a_day() {
        Order order = anOrder();
        Sandbox.fault("payment.down", true);
        order.pay().then().statusCode(202);
        makeADayOlder(order);
        Sandbox.heal();
        breakers.resetAll();

        order.pay().then().statusCode(402).body("failureReason", equalTo("never_arrived"));

        assertTrue(Sandbox.intentsOf(order.id()).isEmpty());
    }

    private void makeADayOlder(Order order) {
        int changed =
                database.pool()
                        .preparedQuery(
                                "update attempt set started_at = started_at - interval '1 day'"
                                        + " where payment_id = (select payment_id from payment where"
                                        + " order_id = $1)")
                        .execute(Tuple.of(UUID.fromString(order.id())))
                        .await()
                        .atMost(Duration.ofSeconds(10))
                        .rowCount();
        assertEquals(1, changed);
    }
}
