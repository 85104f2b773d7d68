package io.swiftcart.inventory;

import static io.swiftcart.inventory.Shelves.aSkuWith;
import static io.swiftcart.inventory.Shelves.commit;
import static io.swiftcart.inventory.Shelves.order;
import static io.swiftcart.inventory.Shelves.read;
import static io.swiftcart.inventory.Shelves.release;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.inventory.Shelves.Wish;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SettlingComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Ledger ledger;

    SettlingComponentTest(Ledger ledger) {
        this.ledger = ledger;
    }

    @AfterEach
    void the_books_are_exact() {
        ledger.assertExact();
    }

    @Test
    void a_commit_takes_the_units_out_once() {
        String sku = aSkuWith(10);
        UUID orderId = order().of(sku, 4).held();

        for (int i = 0; i < 2; i++) {
            commit(orderId)
                    .then()
                    .statusCode(200)
                    .body("orderId", equalTo(orderId.toString()))
                    .body("status", equalTo("COMMITTED"));
            read(sku)
                    .then()
                    .body("onHand", equalTo(6))
                    .body("reserved", equalTo(0))
                    .body("version", equalTo(3));
        }
    }

    @Test
    void a_release_gives_the_units_back_once() {
        String sku = aSkuWith(10);
        UUID orderId = order().of(sku, 4).held();

        for (int i = 0; i < 2; i++) {
            release(orderId).then().statusCode(200).body("status", equalTo("RELEASED"));
            read(sku)
                    .then()
                    .body("onHand", equalTo(10))
                    .body("reserved", equalTo(0))
                    .body("version", equalTo(3));
        }
    }

    @Test
    void a_release_that_comes_before_the_reservation_refuses_it() {
        String sku = aSkuWith(10);
        Wish wish = order().of(sku, 4);

        release(wish.orderId()).then().statusCode(200).body("status", equalTo("RELEASED"));

        wish.ask().then().statusCode(409).body("code", equalTo("reservation-closed"));
        read(sku).then().body("reserved", equalTo(0)).body("version", equalTo(1));
    }

    @Test
    void a_released_order_can_neither_reserve_nor_commit() {
        Wish wish = order().of(aSkuWith(10), 4);
        release(wish.held()).then().statusCode(200);

        wish.ask().then().statusCode(409).body("code", equalTo("reservation-closed"));
        commit(wish.orderId()).then().statusCode(409).body("code", equalTo("reservation-closed"));
    }

    @Test
    void what_is_committed_is_not_released() {
        String sku = aSkuWith(10);
        UUID orderId = order().of(sku, 4).held();
        commit(orderId).then().statusCode(200);

        release(orderId).then().statusCode(409).body("code", equalTo("reservation-committed"));

        read(sku).then().body("onHand", equalTo(6));
    }

    @Test
    void an_order_that_nothing_is_known_of_is_not_committed() {
        commit(UUID.randomUUID()).then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void a_hold_expires_and_its_order_is_closed() {
        String sku = aSkuWith(10);
        Wish wish = order().of(sku, 4).forSeconds(1);
        wish.held();

        awaitReserved(sku, 0);

        wish.ask().then().statusCode(409).body("code", equalTo("reservation-closed"));
        release(wish.orderId()).then().statusCode(200).body("status", equalTo("RELEASED"));
        read(sku).then().body("onHand", equalTo(10));
    }

    @Test
    void many_holds_expire_together() {
        String sku = aSkuWith(30);
        String other = aSkuWith(30);
        for (int i = 0; i < 10; i++) {
            order().of(sku, 1).of(other, 2).forSeconds(1).held();
        }
        UUID staying = order().of(sku, 5).held();

        awaitReserved(sku, 5);
        awaitReserved(other, 0);

        commit(staying).then().statusCode(200);
    }

    @Test
    void an_expired_hold_is_committed_late_if_the_stock_is_still_there() {
        String sku = aSkuWith(10);
        UUID orderId = order().of(sku, 4).forSeconds(1).held();
        awaitReserved(sku, 0);

        for (int i = 0; i < 2; i++) {
            commit(orderId).then().statusCode(200).body("status", equalTo("COMMITTED"));
            read(sku).then().body("onHand", equalTo(6)).body("reserved", equalTo(0));
        }
    }

    @Test
    void an_expired_hold_is_not_committed_at_the_cost_of_another() {
        String sku = aSkuWith(5);
        UUID late = order().of(sku, 4).forSeconds(1).held();
        awaitReserved(sku, 0);
        order().of(sku, 3).held();

        commit(late).then().statusCode(409).body("code", equalTo("insufficient-stock"));
        Shelves.adjust(sku, read(sku).header("ETag"), Map.of("delta", 2, "reason", "delivery"))
                .then()
                .statusCode(200);

        commit(late).then().statusCode(200);
        read(sku).then().body("onHand", equalTo(3)).body("reserved", equalTo(3));
    }

    private static void awaitReserved(String sku, int reserved) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> read(sku).then().body("reserved", equalTo(reserved)));
    }
}
