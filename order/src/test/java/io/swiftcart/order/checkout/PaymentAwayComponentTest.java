package io.swiftcart.order.checkout;

import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.lamps;
import static io.swiftcart.order.Ordering.place;
import static io.swiftcart.order.Ordering.read;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.order.Store;
import io.swiftcart.order.Stubs;
import io.swiftcart.order.stored.Reader;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PaymentAwayComponentTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int CALLS_THAT_OPEN_THE_BREAKER = 20;

    @Inject AwaitCheckout awaitCheckout;
    @Inject CheckoutRepository checkouts;
    @Inject Database database;

    @BeforeEach
    void openShop() {
        Store.openShop();
    }

    @Test
    void an_order_that_payment_could_not_be_asked_for_fails_and_leaves_its_key_free() {
        Stubs.chargeAnswers(Stubs.problem(503, "payment-unavailable"));
        String key = aKey();

        unavailable(place("alice", key, lamps(1)));

        String id = lastOrder();
        read(id).then()
                .body("status", equalTo("FAILED"))
                .body("failureReason", equalTo("payment-unavailable"))
                .body("paymentStatus", equalTo("VOIDED"));
        assertEquals(1, Stubs.releases(id));
        assertEquals(1, Stubs.voids(id));
        Stubs.chargeAnswers(Stubs.captured());
        place("alice", key, lamps(1))
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", nullValue());
    }

    @Test
    void whoever_still_waits_for_an_order_that_gave_its_key_up_does_not_answer_for_the_next_one()
            throws Exception {
        Stubs.chargeAnswers(Stubs.problem(503, "payment-unavailable"));
        String key = aKey();
        unavailable(place("alice", key, lamps(1)));
        Saga late = asItWasRun(lastOrder());
        Stubs.chargeAnswers(Stubs.after(Duration.ofSeconds(2), Stubs.captured()));

        try (var clients = Executors.newSingleThreadExecutor()) {
            var next = clients.submit(() -> place("alice", key, lamps(1)));
            await().atMost(SOON).until(() -> !Stubs.charges(lastOrder()).isEmpty());
            awaitCheckout
                    .with(late, new Waiting(Duration.ZERO))
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .atMost(SOON);

            String placed = next.get().then().statusCode(201).extract().path("orderId");
            place("alice", key, lamps(1))
                    .then()
                    .statusCode(201)
                    .header("Idempotent-Replayed", "true")
                    .body("orderId", equalTo(placed));
        }
    }

    @Test
    void while_the_breaker_is_open_orders_are_refused_before_anything_is_written_or_held()
            throws Exception {
        Stubs.chargeAnswers(Stubs.problem(503, "payment-unavailable"));
        String key = aKey();

        // The breaker lets a trial through every two seconds, and that one is written.
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            openTheBreaker();
                            Map<String, Long> before = Store.counts();
                            unavailable(place("alice", key, lamps(1)));
                            assertEquals(before, Store.counts());
                        });

        Stubs.chargeAnswers(Stubs.captured());
        await().atMost(SOON)
                .untilAsserted(() -> place("alice", key, lamps(1)).then().statusCode(201));
    }

    /** The checkout of an order as its last run held it: its row has moved on. */
    private Saga asItWasRun(String orderId) {
        Saga ended =
                database.inTransaction(
                                tx ->
                                        checkouts.lock(
                                                tx,
                                                UUID.fromString(orderId),
                                                Reader.ofEverything()))
                        .await()
                        .atMost(SOON);
        return new Saga(
                ended.state(),
                ended.version() - 1,
                ended.attempts(),
                ended.claim(),
                ended.correlationId(),
                ended.traceparent(),
                ended.startedAt(),
                ended.cancellation());
    }

    private static void openTheBreaker() throws InterruptedException {
        try (var clients = Executors.newFixedThreadPool(8)) {
            Callable<Response> order = () -> place("alice", aKey(), lamps(1));
            clients.invokeAll(Collections.nCopies(CALLS_THAT_OPEN_THE_BREAKER, order));
        }
    }

    private static void unavailable(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType(containsString("application/problem+json"))
                .header("Retry-After", notNullValue())
                .body("code", equalTo("payment-unavailable"))
                .body("retryable", equalTo(true));
    }

    private static String lastOrder() {
        return Store.one("select id from orders order by id desc limit 1", Tuple.tuple())
                .getUUID("id")
                .toString();
    }
}
