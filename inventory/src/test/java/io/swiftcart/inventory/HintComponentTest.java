package io.swiftcart.inventory;

import static io.swiftcart.inventory.Shelves.INVENTORY;
import static io.swiftcart.inventory.Shelves.aSku;
import static io.swiftcart.inventory.Shelves.aSkuWith;
import static io.swiftcart.inventory.Shelves.anonymous;
import static io.swiftcart.inventory.Shelves.order;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.inventory.domain.StockLevel;
import io.swiftcart.inventory.hint.AvailabilityHint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Redis may be flushed, old or wrong: what can be sold is decided elsewhere. */
@QuarkusTest
class HintComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LIFETIME = Duration.ofSeconds(5);

    private final RedisDataSource redis;
    private final AvailabilityHint hint;

    HintComponentTest(RedisDataSource redis, AvailabilityHint hint) {
        this.redis = redis;
        this.hint = hint;
    }

    @Test
    void what_was_sold_is_known_without_asking_the_database() {
        String sku = aSkuWith(10);
        order().of(sku, 4).held();

        assertEquals(Map.of(sku, 6), hint.recall(List.of(sku)).await().atMost(PATIENCE));
        assertEquals(6, available(sku));
    }

    @Test
    void a_flushed_redis_changes_nothing() {
        String sku = aSkuWith(5);
        order().of(sku, 2).held();

        redis.flushall();

        assertEquals(3, available(sku));
        order().of(sku, 4).ask().then().statusCode(409);
        order().of(sku, 3).ask().then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99:1000", "1:1000", "garbage", "99:", ":", ""})
    void nothing_is_sold_on_the_word_of_redis(String wrong) {
        String sku = aSkuWith(1);
        plant(sku, wrong);

        order().of(sku, 2).ask().then().statusCode(409);
        order().of(sku, 1).ask().then().statusCode(201);
    }

    @Test
    void nothing_is_refused_on_the_word_of_redis() {
        String sku = aSkuWith(3);
        plant(sku, "99:0");

        order().of(sku, 3).ask().then().statusCode(201);
    }

    @Test
    void a_repeat_is_answered_although_the_hint_says_that_all_is_gone() {
        String sku = aSkuWith(3);
        var wish = order().of(sku, 3);
        wish.held();
        plant(sku, "99:0");

        wish.ask().then().statusCode(201);
    }

    @Test
    void a_wrong_hint_is_forgotten() {
        String sku = aSkuWith(3);
        plant(sku, "99:1000");

        await().atMost(PATIENCE).until(() -> available(sku) == 3);
    }

    @Test
    void an_older_number_does_not_replace_a_newer_one() {
        String sku = aSku();

        hint.remember(List.of(level(sku, 3, 5))).await().atMost(PATIENCE);
        hint.remember(List.of(level(sku, 9, 4))).await().atMost(PATIENCE);
        assertEquals(Map.of(sku, 3), hint.recall(List.of(sku)).await().atMost(PATIENCE));

        hint.remember(List.of(level(sku, 8, 6))).await().atMost(PATIENCE);
        assertEquals(Map.of(sku, 8), hint.recall(List.of(sku)).await().atMost(PATIENCE));
    }

    private void plant(String sku, String value) {
        redis.value(String.class).psetex("inventory:available:" + sku, LIFETIME.toMillis(), value);
    }

    private static StockLevel level(String sku, int onHand, long version) {
        return new StockLevel(sku, onHand, 0, 0, version, Instant.parse("2026-11-20T12:00:00Z"));
    }

    private static int available(String sku) {
        return anonymous()
                .get(INVENTORY + "/availability?sku=" + sku)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].available");
    }
}
