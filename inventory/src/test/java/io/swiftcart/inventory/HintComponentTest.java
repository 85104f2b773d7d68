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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
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
    private final Clock clock;

    HintComponentTest(RedisDataSource redis, AvailabilityHint hint, Clock clock) {
        this.redis = redis;
        this.hint = hint;
        this.clock = clock;
    }

    @Test
    void what_was_sold_is_known_without_asking_the_database() {
        unlessRedisWasSlow(
                () -> {
                    String sku = aSkuWith(10);
                    order().of(sku, 4).held();

                    assertEquals(Map.of(sku, 6), recalled(sku));
                    assertEquals(6, available(sku));
                });
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
    @ValueSource(
            strings = {
                "99:1000:NOW",
                "1:1000:NOW",
                "99:1000",
                "99:-1:NOW",
                "99999999999999999999:1:NOW",
                "garbage",
                "99:",
                ":",
                ""
            })
    void nothing_is_sold_on_the_word_of_redis(String wrong) {
        String sku = aSkuWith(1);
        plant(sku, wrong);

        order().of(sku, 2).ask().then().statusCode(409);
        order().of(sku, 1).ask().then().statusCode(201);
    }

    @Test
    void nothing_is_refused_on_the_word_of_redis() {
        String sku = aSkuWith(3);
        plant(sku, "99:0:NOW");

        order().of(sku, 3).ask().then().statusCode(201);
    }

    @Test
    void a_repeat_is_answered_although_the_hint_says_that_all_is_gone() {
        String sku = aSkuWith(3);
        var wish = order().of(sku, 3);
        wish.held();
        plant(sku, "99:0:NOW");

        wish.ask().then().statusCode(201);
    }

    @Test
    void a_wrong_hint_is_forgotten() {
        String sku = aSkuWith(3);
        plant(sku, "99:1000:NOW");

        await().atMost(PATIENCE).until(() -> available(sku) == 3);
    }

    @Test
    void an_older_number_does_not_replace_a_newer_one() {
        unlessRedisWasSlow(
                () -> {
                    String sku = aSku();

                    hint.remember(List.of(level(sku, 3, 5))).await().atMost(PATIENCE);
                    hint.remember(List.of(level(sku, 9, 4))).await().atMost(PATIENCE);
                    assertEquals(Map.of(sku, 3), recalled(sku));

                    hint.remember(List.of(level(sku, 8, 6))).await().atMost(PATIENCE);
                    assertEquals(Map.of(sku, 8), recalled(sku));
                });
    }

    /** Half a second without an answer, and the hint rests: then all is tried again. */
    private static void unlessRedisWasSlow(ThrowingRunnable scenario) {
        await().atMost(PATIENCE).untilAsserted(scenario);
    }

    /** As a dump is: it brings back entries that are old, and forgets when they were to expire. */
    @Test
    void an_old_dump_that_is_restored_says_nothing() {
        String sku = aSkuWith(3);
        redis.value(String.class).set(key(sku), "99:1000:" + (clock.millis() - 6_000));

        assertEquals(Map.of(), hint.recall(List.of(sku)).await().atMost(PATIENCE));
        assertEquals(3, available(sku));
        await().atMost(PATIENCE)
                .until(() -> available(sku) == 3 && recalled(sku).equals(Map.of(sku, 3)));
    }

    @Test
    void a_dump_of_a_moment_ago_sells_nothing_and_is_soon_forgotten() {
        String sku = aSkuWith(3);
        order().of(sku, 3).held();

        redis.value(String.class).set(key(sku), "1:3:" + clock.millis());

        order().of(sku, 1).ask().then().statusCode(409);
        await().atMost(PATIENCE).until(() -> available(sku) == 0);
    }

    @Test
    void an_entry_from_the_future_says_nothing() {
        String sku = aSkuWith(3);
        redis.value(String.class).set(key(sku), "99:1000:" + (clock.millis() + 60_000));

        assertEquals(3, available(sku));
    }

    @Test
    void a_redis_that_does_not_answer_stops_nobody() {
        String sku = aSkuWith(3);
        redis.execute("CLIENT", "PAUSE", "1500", "ALL");

        order().of(sku, 2).held();
        order().of(sku, 2).ask().then().statusCode(409);

        assertEquals(1, available(sku));
        await().atMost(PATIENCE)
                .until(() -> available(sku) == 1 && recalled(sku).equals(Map.of(sku, 1)));
    }

    private void plant(String sku, String value) {
        redis.value(String.class)
                .psetex(
                        key(sku),
                        LIFETIME.toMillis(),
                        value.replace("NOW", String.valueOf(clock.millis())));
    }

    private Map<String, Integer> recalled(String sku) {
        return hint.recall(List.of(sku)).await().atMost(PATIENCE);
    }

    private static String key(String sku) {
        return "inventory:available:" + sku;
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
