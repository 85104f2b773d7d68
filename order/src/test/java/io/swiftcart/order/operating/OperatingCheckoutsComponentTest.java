package io.swiftcart.order.operating;

import static io.swiftcart.order.Ordering.ORDERS;
import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.Ordering.awaitStatus;
import static io.swiftcart.order.Ordering.lamps;
import static io.swiftcart.order.Ordering.place;
import static io.swiftcart.order.Ordering.placed;
import static io.swiftcart.order.Ordering.read;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.order.Refusal;
import io.swiftcart.order.Store;
import io.swiftcart.order.Stubs;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperatingCheckoutsComponentTest {

    @BeforeEach
    void openShop() {
        Store.openShop();
    }

    @Test
    void an_operator_has_a_checkout_tried_again_at_once() {
        String id = asleep();
        Stubs.neighboursAgree();

        operate("admin", id, "retry", "inventory is back").then().statusCode(200);

        awaitStatus(id, "CONFIRMED");
        audited(id, "saga.retry", "inventory is back");
    }

    @Test
    void an_operator_gives_a_checkout_up_and_everything_is_taken_back() {
        String id = asleep();
        Stubs.neighboursAgree();

        operate("admin", id, "compensate", "customer called")
                .then()
                .statusCode(200)
                .body("orderId", equalTo(id));

        awaitStatus(id, "FAILED");
        read(id).then()
                .body("failureReason", equalTo("given-up"))
                .body("paymentStatus", equalTo("VOIDED"));
        assertEquals(1, Stubs.voids(id));
        assertEquals(1, Stubs.releases(id));
        audited(id, "saga.compensate", "customer called");
    }

    @Test
    void an_undo_that_is_not_answered_does_not_hold_up_the_others() {
        String id = asleep();
        Stubs.neighboursAgree();
        Stubs.voidAnswers(Stubs.cut());

        operate("admin", id, "compensate", "customer called").then().statusCode(200);

        org.awaitility.Awaitility.await()
                .untilAsserted(
                        () ->
                                as("manager")
                                        .get(ORDERS + "/" + id + "/saga")
                                        .then()
                                        .body("state", equalTo("COMPENSATING"))
                                        .body("owed", equalTo(List.of("VoidPayment")))
                                        .body("lastError", containsString("")));
        assertEquals(1, Stubs.releases(id));
        Stubs.neighboursAgree();
        awaitStatus(id, "FAILED");
    }

    @Test
    void a_checkout_that_has_ended_is_left_alone() {
        String id = placed("alice", lamps(1));

        for (String deed : List.of("retry", "compensate")) {
            Refusal.of(operate("admin", id, deed, "why not"))
                    .statusCode(409)
                    .body("code", equalTo("checkout-ended"));
            Refusal.of(operate("admin", UUID.randomUUID().toString(), deed, "why not"))
                    .statusCode(404);
            Refusal.of(operate("manager", id, deed, "why not")).statusCode(403);
            Refusal.of(operate("alice", id, deed, "why not")).statusCode(403);
            operate("admin", id, deed, "").then().statusCode(400);
        }
        assertEquals(0, Store.count("audit_entry where subject = '" + id + "'"));
    }

    @Test
    void the_audit_trail_cannot_be_changed() {
        String id = asleep();
        operate("admin", id, "retry", "for the record").then().statusCode(200);
        Stubs.neighboursAgree();

        assertThrows(
                RuntimeException.class,
                () -> Store.execute("update audit_entry set reason = 'x'", Tuple.tuple()));
        assertThrows(
                RuntimeException.class,
                () -> Store.execute("delete from audit_entry", Tuple.tuple()));
        audited(id, "saga.retry", "for the record");
    }

    /** An order that waits for stock, and is not looked at for an hour. */
    private static String asleep() {
        Stubs.reserveAnswers(Stubs.cut());
        String id =
                place("alice", aKey(), lamps(1)).then().statusCode(202).extract().path("orderId");
        Store.execute(
                "update checkout set deadline_at = now() + interval '1 hour', version = version + 1 where order_id = $1",
                Tuple.of(UUID.fromString(id)));
        return id;
    }

    private static Response operate(String account, String id, String deed, String reason) {
        return as(account)
                .body("{\"reason\":\"%s\"}".formatted(reason))
                .post(ORDERS + "/" + id + "/saga/" + deed);
    }

    private static void audited(String id, String action, String reason) {
        Row entry = Store.one("select * from audit_entry where subject = $1", Tuple.of(id));
        assertEquals(action, entry.getString("action"));
        assertEquals(reason, entry.getString("reason"));
    }
}
