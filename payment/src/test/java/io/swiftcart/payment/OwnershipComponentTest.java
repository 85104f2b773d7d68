package io.swiftcart.payment;

import static io.swiftcart.payment.Paying.PAYMENTS;
import static io.swiftcart.payment.Paying.anOrder;
import static io.swiftcart.payment.Paying.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.swiftcart.payment.Paying.Order;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bookkeeper is a machine client that may read and write payments: those that it asked for. */
@QuarkusTest
class OwnershipComponentTest {

    @Test
    void a_machine_client_reads_and_lists_the_payments_that_it_asked_for() {
        Order order = anOrder();
        String payment = bookkeeper().body(order.members()).post(PAYMENTS).path("paymentId");

        as("bookkeeper").get(PAYMENTS + "/" + payment).then().statusCode(200);
        as("bookkeeper").get(PAYMENTS + "/order/" + order.id()).then().statusCode(200);
        as("bookkeeper").get(PAYMENTS).then().body("items.paymentId", hasItem(payment));
        as("manager").get(PAYMENTS).then().body("items.paymentId", hasItem(payment));
    }

    @Test
    void the_payments_of_others_do_not_exist_for_it() {
        Order order = anOrder();
        String payment = order.paid();

        refusedAsUnknown(as("bookkeeper"), "GET", PAYMENTS + "/" + payment);
        refusedAsUnknown(as("bookkeeper"), "GET", PAYMENTS + "/order/" + order.id());
        as("bookkeeper").get(PAYMENTS).then().body("items.paymentId", not(hasItem(payment)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"capture", "void", "refund"})
    void nor_can_it_move_their_money(String step) {
        String payment = anOrder().authorizedOnly().paid();

        refusedAsUnknown(bookkeeper(), "POST", PAYMENTS + "/" + payment + "/" + step);

        as("manager")
                .get(PAYMENTS + "/" + payment)
                .then()
                .body("status", equalTo("AUTHORIZED"), "version", equalTo(2));
    }

    @Test
    void who_asks_again_for_what_another_has_asked_for_learns_nothing_and_gets_nothing() {
        Order order = anOrder();
        String payment = order.paid();

        bookkeeper()
                .body(order.members())
                .post(PAYMENTS)
                .then()
                .statusCode(409)
                .body("code", equalTo("payment-terms-differ"), "paymentId", nullValue());
        as("manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(order.members())
                .post(PAYMENTS)
                .then()
                .body("paymentId", equalTo(payment));
        refusedAsUnknown(as("bookkeeper"), "GET", PAYMENTS + "/" + payment);
    }

    @Test
    void what_it_asked_for_it_may_give_back() {
        String payment = bookkeeper().body(anOrder().members()).post(PAYMENTS).path("paymentId");

        bookkeeper()
                .post(PAYMENTS + "/" + payment + "/refund")
                .then()
                .statusCode(200)
                .body("status", equalTo("REFUNDED"));
    }

    private static RequestSpecification bookkeeper() {
        return as("bookkeeper").header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static void refusedAsUnknown(
            RequestSpecification caller, String method, String address) {
        caller.request(method, address).then().statusCode(404).body("code", equalTo("not-found"));
    }
}
