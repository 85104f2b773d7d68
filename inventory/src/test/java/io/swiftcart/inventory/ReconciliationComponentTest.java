package io.swiftcart.inventory;

import static io.swiftcart.inventory.Shelves.aSkuWith;
import static io.swiftcart.inventory.Shelves.as;
import static io.swiftcart.inventory.Shelves.commit;
import static io.swiftcart.inventory.Shelves.manager;
import static io.swiftcart.inventory.Shelves.order;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.swiftcart.platform.invariants.Finding;
import io.swiftcart.platform.invariants.Invariant;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Books that disagree are found; books that agree are left alone. */
@QuarkusTest
class ReconciliationComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String RECONCILIATION = "/api/v1/inventory/reconciliation";
    private static final String RESERVATIONS = "/internal/inventory/reservations";

    private final Ledger ledger;
    private final MeterRegistry metrics;
    private final Instance<Invariant> invariants;

    ReconciliationComponentTest(
            Ledger ledger, MeterRegistry metrics, Instance<Invariant> invariants) {
        this.ledger = ledger;
        this.metrics = metrics;
        this.invariants = invariants;
    }

    @Test
    void books_that_agree_have_no_mismatch() {
        String sku = aSkuWith(10);
        commit(order().of(sku, 2).held()).then().statusCode(200);
        Shelves.release(order().of(sku, 3).held()).then().statusCode(200);
        order().of(sku, 1).held();

        manager()
                .get(RECONCILIATION)
                .then()
                .statusCode(200)
                .body("checkedAt", matchesPattern(".*Z"))
                .body("mismatches.sku", not(hasItem(sku)))
                .body("mismatches.findAll { it.kind == 'overdue' }", empty());
        assertTrue(finding().figure() > 0);
    }

    @ParameterizedTest
    @CsvSource({
        "update stock set on_hand = on_hand + 1 where sku = $1,"
                + " update stock set on_hand = on_hand - 1 where sku = $1, on-hand, 11, 10",
        "update stock set reserved = reserved - 1 where sku = $1,"
                + " update stock set reserved = reserved + 1 where sku = $1, held, 2, 3"
    })
    void stock_that_was_changed_behind_the_books_is_found(
            String harm, String repair, String kind, String ours, String theirs) {
        String sku = aSkuWith(10);
        order().of(sku, 3).held();

        ledger.one(harm + " returning 1", sku);
        JsonPath found = manager().get(RECONCILIATION).jsonPath();
        Finding finding = finding();
        double gauge = metrics.get("swiftcart_inventory_mismatches").gauge().value();
        ledger.one(repair + " returning 1", sku);

        Map<String, Object> mismatch =
                found.getMap(
                        "mismatches.find { it.sku == '%s' && it.kind == '%s' }"
                                .formatted(sku, kind));
        assertEquals(ours, mismatch.get("ours"));
        assertEquals(theirs, mismatch.get("theirs"));
        assertTrue(gauge >= 1);
        assertTrue(finding.violations().stream().anyMatch(sentence -> sentence.contains(sku)));
        assertTrue(finding().violations().stream().noneMatch(sentence -> sentence.contains(sku)));
    }

    @Test
    void an_order_whose_movements_are_incomplete_is_found() {
        String sku = aSkuWith(10);
        UUID orderId = order().of(sku, 3).held();

        ledger.one(
                "update reservation set status = 'COMMITTED' where order_id = $1 returning 1",
                orderId);
        Map<String, Object> mismatch = mismatchOf(orderId);
        ledger.one(
                "update reservation set status = 'HELD' where order_id = $1 returning 1", orderId);

        assertEquals("movements", mismatch.get("kind"));
        assertEquals("-3 on hand, 0 reserved", mismatch.get("ours"));
        assertEquals("0 on hand, 3 reserved", mismatch.get("theirs"));
    }

    /** Whether the sweep is there first is chance; then another hold is tried. */
    @Test
    void a_hold_that_outlives_its_time_is_counted_as_leaked() {
        String sku = aSkuWith(1000);

        await().atMost(PATIENCE)
                .until(
                        () -> {
                            ledger.one(
                                    "update reservation set expires_at = now() - interval '1 hour'"
                                            + " where order_id = $1 returning 1",
                                    order().of(sku, 1).held());
                            manager().get(RECONCILIATION).then().statusCode(200);
                            return metrics.get("swiftcart_inventory_holds_leaked").gauge().value()
                                    >= 1;
                        });
    }

    @Test
    void a_movement_of_an_order_that_has_no_such_line_is_found() {
        String sku = aSkuWith(10);
        UUID orderId = UUID.randomUUID();

        ledger.one(
                "insert into movement (sku, type, on_hand_delta, reserved_delta, order_id, occurred_at)"
                        + " values ($1, 'RESERVED', 0, 1, $2, now()) returning 1",
                sku,
                orderId);
        Map<String, Object> mismatch = mismatchOf(orderId);
        ledger.one("delete from movement where order_id = $1 returning 1", orderId);

        assertEquals("stray", mismatch.get("kind"));
    }

    @Test
    void reservations_are_listed_by_order_page_by_page() {
        List<String> made = new ArrayList<>();
        String sku = aSkuWith(10);
        for (int i = 0; i < 5; i++) {
            made.add(order().of(sku, 1).held().toString());
        }
        commit(UUID.fromString(made.getFirst())).then().statusCode(200);

        List<Map<String, String>> all = new ArrayList<>();
        String after = null;
        do {
            JsonPath page =
                    as("order")
                            .get(
                                    RESERVATIONS
                                            + "?limit=2"
                                            + (after == null ? "" : "&after=" + after))
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            all.addAll(page.getList("items"));
            after = page.getString("nextCursor");
        } while (after != null);

        List<String> ids = all.stream().map(item -> item.get("orderId")).toList();
        assertEquals(ids.stream().sorted().distinct().toList(), ids);
        assertTrue(ids.containsAll(made));
        assertTrue(all.contains(Map.of("orderId", made.getFirst(), "status", "COMMITTED")));
        assertTrue(all.contains(Map.of("orderId", made.getLast(), "status", "HELD")));
        as("order").get(RESERVATIONS + "?limit=1").then().body("items", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "after=x"})
    void a_page_that_cannot_be_is_refused(String query) {
        as("order").get(RESERVATIONS + "?" + query).then().statusCode(equalTo(400));
    }

    private Finding finding() {
        return invariants.stream()
                .filter(invariant -> invariant.id().equals("I3"))
                .findFirst()
                .orElseThrow()
                .check()
                .await()
                .atMost(PATIENCE);
    }

    private static Map<String, Object> mismatchOf(UUID orderId) {
        return manager()
                .get(RECONCILIATION)
                .jsonPath()
                .getMap("mismatches.find { it.orderId == '%s' }".formatted(orderId));
    }
}
