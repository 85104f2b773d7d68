package io.swiftcart.order.invariants;

import static io.swiftcart.order.Ordering.LAMP_PRICE;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.Ordering.lamps;
import static io.swiftcart.order.Ordering.placed;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.order.Neighbours;
import io.swiftcart.order.Store;
import io.swiftcart.order.Stubs;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.invariants.Invariant;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InvariantsComponentTest {
    @Inject Database database;
    @Inject CompareBooks compareBooks;

    @BeforeEach
    void openShop() {
        Store.openShop();
        // What other tests have left behind is under way for ever, and so left alone.
        Store.execute("update orders set updated_at = now() + interval '1 day'", Tuple.tuple());
    }

    @Test
    void every_rule_is_looked_at_and_says_how_much_it_has_seen() {
        String id = quiet(placed("alice", lamps(1)));
        booksSay(id, LAMP_PRICE, "COMMITTED");

        // What was compared a moment ago, for the metrics, is what is shown for two seconds.
        await().untilAsserted(
                        () ->
                                as("admin")
                                        .get("/internal/admin/invariants")
                                        .then()
                                        .statusCode(200)
                                        .body(
                                                "invariants.id",
                                                hasItems("I3", "I4", "I5", "I7", "I8", "I9"))
                                        .body(
                                                "invariants.figure",
                                                everyItem(greaterThanOrEqualTo(0)))
                                        .body(
                                                "invariants.find { it.id == 'I7' }.figure",
                                                greaterThanOrEqualTo(1)));
        violations("I4", not(hasItem(containsString(id))));
        violations("I3", not(hasItem(containsString(id))));
    }

    @Test
    void the_clock_looks_at_fewer_of_the_newest_orders_than_a_person() {
        quiet(placed("alice", lamps(1)));
        booksSay(quiet(placed("alice", lamps(1))), LAMP_PRICE, "COMMITTED");
        Invariants rules = new Invariants(database, compareBooks, 2, 1);

        for (Invariant rule :
                List.of(
                        rules.historyIsWhole(),
                        rules.everyTransitionIsTold(),
                        rules.stockOfOrders())) {
            assertEquals(2, rule.check().await().indefinitely().figure());
            assertEquals(1, rule.checkLately().await().indefinitely().figure());
        }
    }

    @Test
    void an_order_that_stands_and_is_not_paid_or_paid_otherwise_is_found() {
        String unpaid = quiet(placed("alice", lamps(1)));
        String overpaid = quiet(placed("alice", lamps(2)));
        booksSay(overpaid, 1, "HELD");

        violations("I4", hasItem(containsString(unpaid)));
        violations("I4", hasItem(containsString(overpaid)));
        violations("I3", hasItem(containsString(unpaid)));
        violations("I3", not(hasItem(containsString(overpaid))));
    }

    @Test
    void an_order_that_came_to_nothing_and_holds_something_is_found() {
        String id = placed("alice", lamps(1));
        Store.execute(
                "update orders set status = 'CANCELLED' where id = $1",
                Tuple.of(UUID.fromString(quiet(id))));
        booksSay(id, LAMP_PRICE, "COMMITTED");

        violations(
                "I5",
                hasItems(
                        "Order %s is CANCELLED, but payment keeps %d of it."
                                .formatted(id, LAMP_PRICE),
                        "Order %s is CANCELLED, but its reservation is COMMITTED.".formatted(id)));
    }

    @Test
    void a_charge_without_its_order_is_found() {
        String nobody = UUID.randomUUID().toString();
        booksSay(nobody, 1, "RELEASED");

        violations("I9", hasItem(containsString(nobody)));
    }

    @Test
    void what_is_under_way_is_no_violation() {
        String id = placed("alice", lamps(1));
        booksSay(UUID.randomUUID().toString(), 0, "RELEASED");

        violations("I4", not(hasItem(containsString(id))));
        violations("I3", not(hasItem(containsString(id))));
    }

    @Test
    void a_checkout_that_nobody_takes_up_a_gap_in_a_history_and_an_untold_fact_are_found() {
        String gap = placed("alice", lamps(1));
        Store.execute(
                "update order_event set version = 7 where order_id = $1 and version = 2",
                Tuple.of(UUID.fromString(gap)));
        booksSay(gap, LAMP_PRICE, "HELD");

        violations("I7", hasItem(containsString(gap)));
        Store.execute(
                "update order_event set version = 2 where order_id = $1 and version = 7",
                Tuple.of(UUID.fromString(gap)));
        violations("I7", not(hasItem(containsString(gap))));
    }

    @Test
    void a_neighbour_that_does_not_answer_makes_no_report() {
        Stubs.booksSay("", "");
        Neighbours.payment().resetMappings();

        await().untilAsserted(
                        () ->
                                as("admin")
                                        .get("/internal/admin/invariants")
                                        .then()
                                        .statusCode(equalTo(503)));
    }

    /** As if the order had been left alone for a while. */
    private static String quiet(String id) {
        Store.execute(
                "update orders set updated_at = now() - interval '5 minutes' where id = $1",
                Tuple.of(UUID.fromString(id)));
        return id;
    }

    private static void booksSay(String order, long captured, String status) {
        Stubs.booksSay(
                "{\"orderId\":\"%s\",\"capturedAmount\":%d,\"refundedAmount\":0}"
                        .formatted(order, captured),
                "{\"orderId\":\"%s\",\"status\":\"%s\"}".formatted(order, status));
    }

    /** A look is fresh for two seconds. */
    private static void violations(String invariant, Matcher<? super Iterable<String>> expected) {
        await().untilAsserted(
                        () ->
                                as("admin")
                                        .get("/internal/admin/invariants")
                                        .then()
                                        .statusCode(200)
                                        .body(
                                                "invariants.findAll { it.id == '%s' }.violations.flatten()"
                                                        .formatted(invariant),
                                                expected));
    }
}
