package io.swiftcart.e2e.chaos;

import static org.awaitility.Awaitility.await;

import io.swiftcart.e2e.Http;
import io.swiftcart.e2e.load.Arrivals;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Redis is a hint: it may be empty, or of yesterday. */
@Tag("chaos")
@ExtendWith(OneShop.class)
class RedisJourney {
    private static final Duration RIGHT_AGAIN = Duration.ofSeconds(15);

    private final ChaosShop shop;

    RedisJourney(ChaosShop shop) {
        this.shop = shop;
    }

    @ParameterizedTest
    @MethodSource("io.swiftcart.e2e.chaos.Seed#one")
    void a_flushed_redis_sells_neither_more_nor_less(Seed seed) throws IOException {
        Arrivals arrivals = shop.buyers().arriving(Form.get().perSecond(), shop.customers(seed));
        try (RedisWire redis = redis()) {
            for (int i = 0; i < 5; i++) {
                Pause.of(Form.get().calm());
                redis.say("FLUSHALL");
            }
        }
        arrivals.stop();

        shop.judge();
        assertHintIsRightAgain();
    }

    @ParameterizedTest
    @MethodSource("io.swiftcart.e2e.chaos.Seed#one")
    void an_old_redis_sells_neither_more_nor_less(Seed seed) throws IOException {
        try (RedisWire redis = redis()) {
            orders(seed);
            Map<String, byte[]> yesterday = redis.dump();

            orders(seed);
            redis.say("FLUSHALL");
            redis.restore(yesterday);
            orders(seed);
        }

        shop.judge();
        assertHintIsRightAgain();
    }

    private void orders(Seed seed) {
        Arrivals arrivals = shop.buyers().arriving(Form.get().perSecond(), shop.customers(seed));
        Pause.of(Form.get().fault());
        arrivals.stop();
    }

    private void assertHintIsRightAgain() {
        List<String> kept =
                shop.sql()
                        .texts(
                                "inventory",
                                "select sku || '=' || (on_hand - reserved) from stock order by sku limit 100");
        await().atMost(RIGHT_AGAIN).until(() -> kept.equals(told(kept)));
    }

    private List<String> told(List<String> kept) {
        String skus =
                String.join(
                        "&",
                        kept.stream()
                                .map(row -> "sku=" + row.substring(0, row.indexOf('=')))
                                .toList());
        return Http.get(shop.shop().gateway() + "/api/v1/inventory/availability?" + skus, Map.of())
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("sku").asText() + "=" + item.path("available").asLong())
                .sorted()
                .toList();
    }

    private RedisWire redis() throws IOException {
        return new RedisWire(shop.shop().run().path("redis").path("url").asText());
    }
}
