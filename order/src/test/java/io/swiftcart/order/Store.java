package io.swiftcart.order;

import io.quarkus.arc.Arc;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What lies in the service's database, seen and prepared from outside. */
public final class Store {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final AtomicInteger SKUS = new AtomicInteger();

    private Store() {}

    /** Lamps are sold, neighbours agree, and payment's breaker has forgotten earlier tests. */
    public static void openShop() {
        sell(Ordering.LAMP, Ordering.LAMP_PRICE, "USD", true);
        Stubs.neighboursAgree();
        Arc.container().select(CircuitBreakerMaintenance.class).get().resetAll();
    }

    /** A SKU that no other test has, sold for this price. */
    public static String aSku(long price) {
        String sku = "SKU-T" + SKUS.incrementAndGet();
        sell(sku, price, "USD", true);
        return sku;
    }

    public static void sell(String sku, long price, String currency, boolean active) {
        execute(
                "insert into product_view values ($1, 'Lamp', $2, $3, $4, 1) on conflict do nothing",
                Tuple.of(sku, price, currency, active));
    }

    public static void execute(String sql, Tuple parameters) {
        pool().preparedQuery(sql).execute(parameters).await().atMost(SOON);
    }

    public static Row one(String sql, Tuple parameters) {
        return pool().preparedQuery(sql).execute(parameters).await().atMost(SOON).iterator().next();
    }

    public static long count(String table) {
        return one("select count(*) as n from " + table, Tuple.tuple()).getLong("n");
    }

    /**
     * Rows in every table that placing an order writes. Later events are left out: the checkout of
     * an earlier test may still run.
     */
    public static Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String table :
                new String[] {
                    "orders",
                    "order_line",
                    "checkout",
                    "order_event where version = 1",
                    "idempotency_key"
                }) {
            counts.put(table, count(table));
        }
        return counts;
    }

    public static Row checkout(String orderId) {
        return one(
                "select * from checkout where order_id = $1", Tuple.of(UUID.fromString(orderId)));
    }

    private static Pool pool() {
        return Arc.container().select(Pool.class).get();
    }
}
