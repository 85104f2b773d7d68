package io.swiftcart.order.products;

import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.one;
import static io.swiftcart.order.Ordering.place;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.order.Store;
import io.swiftcart.stack.testing.Facts;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProductFactsComponentTest {
    private static final String TOPIC = "catalog.products.v1";
    private static final int PARTITIONS = 4;
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Facts of one SKU arrive in order, so a later one of it shows that the earlier are read. */
    private final String sku = "SKU-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();

    @BeforeEach
    void openShop() {
        Store.openShop();
    }

    @Test
    void a_new_product_can_be_bought_at_its_price_and_later_at_its_new_one() {
        tell(1, 500, true);
        awaitPrice(500);

        tell(2, 700, true);
        awaitPrice(700);
    }

    @Test
    void a_product_that_is_not_sold_any_more_is_refused() {
        tell(1, 500, true);
        awaitPrice(500);

        tell(2, 500, false);

        awaitUnknown();
    }

    @Test
    void a_tombstone_takes_the_product_out() {
        tell(1, 500, true);
        awaitPrice(500);

        Facts.publish(TOPIC, sku, null, Map.of());

        awaitUnknown();
    }

    @Test
    void an_older_state_does_not_bring_a_product_back_that_is_gone() {
        tell(3, 500, true);
        awaitPrice(500);
        Facts.publish(TOPIC, sku, null, Map.of());
        awaitUnknown();

        tell(2, 400, true);
        tell(3, 500, true);
        awaitKnown(tellOfAnother());

        awaitUnknown();
    }

    @Test
    void an_older_state_or_a_repeated_one_changes_nothing() {
        tell(3, 700, true);
        tell(2, 500, true);
        tell(3, 900, true);
        String last = tellOfAnother();

        awaitKnown(last);

        assertEquals(700, place("alice", aKey(), one(sku)).<Integer>path("totalAmount"));
    }

    @Test
    void reading_everything_once_more_ends_in_the_same_price() {
        tell(1, 500, true);
        tell(2, 700, true);
        awaitPrice(700);

        tell(1, 500, true);
        tell(2, 700, true);
        String last = tellOfAnother();
        awaitKnown(last);

        assertEquals(700, place("alice", aKey(), one(sku)).<Integer>path("totalAmount"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{}",
                "{\"product\":null}",
                "{\"product\":{\"sku\":\"SKU-X\",\"name\":\"X\",\"price\":\"1\",\"currency\":\"USD\",\"active\":true,\"version\":1}}",
                "{\"product\":{\"sku\":\"SKU-X\",\"name\":\"X\",\"price\":1,\"active\":true,\"version\":1}}"
            })
    void a_fact_that_cannot_be_read_goes_to_the_dead_letters_and_the_next_goes_on(String broken) {
        Facts.publish(TOPIC, sku, broken, Map.of());
        tell(1, 500, true);

        awaitPrice(500);
        assertEquals(broken, Facts.consume(TOPIC + ".dlq").ofKey(sku, 1).getFirst().json());
    }

    private void tell(int version, int price, boolean active) {
        publish(sku, version, price, active);
    }

    private static void publish(String sku, int version, int price, boolean active) {
        Facts.publish(
                TOPIC,
                sku,
                """
                {"eventId":"%s","eventType":"ProductChanged","occurredAt":"2026-11-20T09:00:00Z",
                 "product":{"sku":"%s","productId":"0192f0c1-7c00-7000-8000-000000000001","name":"Enamel mug",
                 "price":%d,"currency":"USD","categoryId":"0192f0c1-7c00-7000-8000-0000000000aa","active":%s,
                 "version":%d,"weightGrams":340}}
                """
                        .formatted(UUID.randomUUID(), sku, price, active, version),
                Map.of());
    }

    /** A product on the same partition: when it is known, everything told before is. */
    private String tellOfAnother() {
        for (int i = 0; ; i++) {
            String other = sku + "-" + i;
            if (partition(other) == partition(sku)) {
                publish(other, 1, 100, true);
                return other;
            }
        }
    }

    private static int partition(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(bytes)) % PARTITIONS;
    }

    private static void awaitKnown(String other) {
        await().atMost(SOON)
                .until(
                        () ->
                                Store.one(
                                                        "select count(*) as n from product_view where sku = $1",
                                                        Tuple.of(other))
                                                .getLong("n")
                                        == 1);
    }

    private void awaitPrice(int price) {
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertEquals(
                                        price,
                                        place("alice", aKey(), one(sku))
                                                .<Integer>path("totalAmount")));
    }

    private void awaitUnknown() {
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertEquals(
                                        "unknown-sku",
                                        place("alice", aKey(), one(sku)).<String>path("code")));
    }
}
