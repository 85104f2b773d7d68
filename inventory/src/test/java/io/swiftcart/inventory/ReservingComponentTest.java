package io.swiftcart.inventory;

import static io.swiftcart.inventory.Shelves.aSku;
import static io.swiftcart.inventory.Shelves.aSkuWith;
import static io.swiftcart.inventory.Shelves.order;
import static io.swiftcart.inventory.Shelves.read;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.inventory.Shelves.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReservingComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Ledger ledger;

    ReservingComponentTest(Ledger ledger) {
        this.ledger = ledger;
    }

    @Test
    void all_lines_are_held() {
        List<String> skus = Stream.of(aSkuWith(5), aSkuWith(7)).sorted().toList();
        Wish wish = order().of(skus.getLast(), 3).of(skus.getFirst(), 2);

        wish.ask()
                .then()
                .statusCode(201)
                .body("orderId", equalTo(wish.orderId().toString()))
                .body("status", equalTo("HELD"))
                .body(
                        "items",
                        equalTo(
                                List.of(
                                        Map.of("sku", skus.getFirst(), "qty", 2),
                                        Map.of("sku", skus.getLast(), "qty", 3))))
                .body("expiresAt", matchesPattern(".*Z"));

        for (String sku : skus) {
            read(sku)
                    .then()
                    .body("reserved", equalTo(sku.equals(skus.getFirst()) ? 2 : 3))
                    .body("version", equalTo(2));
        }
        ledger.assertExact();
    }

    @Test
    void a_repeat_gets_the_same_answer_and_takes_nothing() {
        String sku = aSkuWith(5);
        Wish wish = order().of(sku, 5);

        Response first = wish.ask();
        Response again = wish.forSeconds(60).ask();

        assertEquals(201, first.statusCode());
        assertEquals(201, again.statusCode());
        assertEquals(first.asString(), again.asString());
        read(sku).then().body("reserved", equalTo(5)).body("version", equalTo(2));
    }

    @Test
    void a_repeat_moves_the_expiry_forward_and_never_back() {
        Wish wish = order().of(aSkuWith(5), 5).forSeconds(100);

        Instant first = Instant.parse(wish.ask().path("expiresAt"));
        Instant longer = Instant.parse(wish.forSeconds(200).ask().path("expiresAt"));
        Instant shorter = Instant.parse(wish.forSeconds(10).ask().path("expiresAt"));

        assertTrue(Duration.between(first, longer).toSeconds() >= 99);
        assertEquals(longer, shorter);
        assertEquals(
                "true",
                ledger.one(
                        "select expires_at > created_at + interval '199 s' from reservation where"
                                + " order_id = $1",
                        wish.orderId()));
    }

    @Test
    void a_renewed_hold_outlives_its_first_time() {
        String sku = aSkuWith(5);
        String beacon = aSkuWith(1);
        Wish wish = order().of(sku, 5).forSeconds(1);
        wish.held();
        order().of(beacon, 1).forSeconds(2).held();

        wish.forSeconds(900).ask().then().statusCode(201);
        await().atMost(PATIENCE)
                .untilAsserted(() -> read(beacon).then().body("reserved", equalTo(0)));

        read(sku).then().body("reserved", equalTo(5));
    }

    @Test
    void a_repeat_after_the_commit_is_told_so() {
        Wish wish = order().of(aSkuWith(1), 1);
        Shelves.commit(wish.held()).then().statusCode(200);

        wish.ask().then().statusCode(200).body("status", equalTo("COMMITTED"));
    }

    @Test
    void the_same_lines_in_another_form_are_a_repeat() {
        String mug = aSkuWith(9);
        String cup = aSkuWith(9);
        Wish wish = order().of(mug, 3).of(cup, 1);
        wish.held();

        new Wish(wish.orderId(), List.of(), 60)
                .of(cup, 1)
                .of(mug, 1)
                .of(mug, 2)
                .ask()
                .then()
                .statusCode(201);

        read(mug).then().body("reserved", equalTo(3));
        read(cup).then().body("reserved", equalTo(1));
    }

    @Test
    void an_order_that_holds_other_lines_is_refused() {
        String sku = aSkuWith(9);
        Wish wish = order().of(sku, 3);
        wish.held();

        wish.of(sku, 1).ask().then().statusCode(422).body("code", equalTo("reservation-mismatch"));

        read(sku).then().body("reserved", equalTo(3));
    }

    @Test
    void when_one_line_is_short_nothing_is_held() {
        String plenty = aSkuWith(100);
        String scarce = aSkuWith(2);
        String unknown = aSku();
        Wish wish = order().of(plenty, 10).of(scarce, 3).of(unknown, 1);
        List<Map<String, Object>> shortages =
                Stream.of(
                                Map.<String, Object>of(
                                        "sku", scarce, "requested", 3, "available", 2),
                                Map.<String, Object>of(
                                        "sku", unknown, "requested", 1, "available", 0))
                        .sorted(
                                (a, b) ->
                                        a.get("sku").toString().compareTo(b.get("sku").toString()))
                        .toList();

        wish.ask()
                .then()
                .statusCode(409)
                .body("code", equalTo("insufficient-stock"))
                .body("items", equalTo(shortages));

        read(plenty).then().body("reserved", equalTo(0)).body("version", equalTo(1));
        read(scarce).then().body("reserved", equalTo(0));
        ledger.assertExact();
    }

    @Test
    void one_sku_on_two_lines_is_summed() {
        String sku = aSkuWith(5);

        order().of(sku, 3)
                .of(sku, 3)
                .ask()
                .then()
                .statusCode(409)
                .body(
                        "items",
                        equalTo(List.of(Map.of("sku", sku, "requested", 6, "available", 5))));
        order().of(sku, 3).of(sku, 2).ask().then().statusCode(201).body("items", hasSize(1));
    }

    @Test
    void a_refused_order_may_ask_again_when_there_is_more() {
        String sku = aSkuWith(1);
        Wish wish = order().of(sku, 2);
        wish.ask().then().statusCode(409);

        Shelves.adjust(sku, "\"1\"", Map.of("delta", 1, "reason", "delivery"))
                .then()
                .statusCode(200);

        wish.ask().then().statusCode(201);
    }

    @Test
    void the_last_unit_is_sold_and_no_more() {
        String sku = aSkuWith(3);

        order().of(sku, 3).held();

        order().of(sku, 1).ask().then().statusCode(409);
        read(sku).then().body("available", equalTo(0));
    }
}
