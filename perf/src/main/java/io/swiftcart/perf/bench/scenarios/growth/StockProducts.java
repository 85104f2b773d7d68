package io.swiftcart.perf.bench.scenarios.growth;

import io.swiftcart.perf.bench.BenchFailure;
import io.swiftcart.perf.bench.shop.Databases;
import io.swiftcart.perf.bench.shop.Quiet;
import io.swiftcart.perf.bench.shop.Shop;
import java.time.Duration;
import java.util.List;

/**
 * Makes imported products ready to be bought. Their stock is written where inventory keeps it, with
 * its movement: the API takes one SKU at a time.
 */
final class StockProducts {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String RECEIVE =
            """
            with received as (
                insert into stock (sku, on_hand, low_stock_threshold, updated_at)
                select 'SKU-' || lpad(i::text, greatest(5, length(i::text)), '0'), 100000, 5, now()
                from generate_series(%d, %d) i
                on conflict (sku) do nothing returning sku, on_hand, updated_at)
            insert into movement (sku, type, on_hand_delta, reserved_delta, reason, occurred_at)
            select sku, 'RECEIVED', on_hand, 0, 'benchmark', updated_at from received
            """;
    private static final String KNOWN_PRICES = "select count(*) from product_view";

    private final Databases databases;

    StockProducts(Shop shop) {
        this.databases = new Databases(shop);
    }

    /** Those with these numbers, once order knows their prices. */
    void from(int first, int last) {
        databases.execute(
                "inventory",
                List.of(RECEIVE.formatted(first, last), "analyze stock", "analyze movement"));
        long begun = System.nanoTime();
        while (databases.number("orders", KNOWN_PRICES) < last) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new BenchFailure("Order does not learn the prices of imported products.");
            }
            Quiet.pause(Duration.ofSeconds(1));
        }
    }
}
