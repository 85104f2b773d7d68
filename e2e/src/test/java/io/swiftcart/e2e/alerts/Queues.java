package io.swiftcart.e2e.alerts;

import static org.awaitility.Awaitility.await;

import io.swiftcart.e2e.Bus.Fact;
import io.swiftcart.e2e.Http;
import io.swiftcart.e2e.load.Purchase;
import io.swiftcart.stack.testing.TcpProxy.Fault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Work that comes faster than it is done. */
final class Queues {
    private static final String FAILED = "orders.failed.v1";
    private static final Duration TOLD = Duration.ofMinutes(1);
    private static final int READERS_A_SECOND = 60;
    private static final int RESERVATIONS = 4_000;
    private static final int FACTS = 15_000;

    private Queues() {}

    /** Somebody locks the products, and more and more people look for one. */
    static Ending catalogWaits(AlertShop shop) throws Exception {
        Ending locked = lock(shop, "catalog", "product");
        String url = shop.url("catalog") + "/api/v1/products/by-sku/NOT-";
        AtomicInteger readers = new AtomicInteger();
        return Traffic.repeated(
                        READERS_A_SECOND, () -> Http.get(url + readers.incrementAndGet(), Map.of()))
                .andThen(locked);
    }

    /** Somebody locks the stock, and thousands of orders ask for some. */
    static Ending reservationsWait(AlertShop shop) throws Exception {
        String token = shop.shop().token("order");
        String url = shop.url("inventory") + "/api/v1/inventory/reservations";
        Ending locked = lock(shop, "inventory", "stock");
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = 0; i < RESERVATIONS; i++) {
            var _ = client.sendAsync(reservation(url, token), BodyHandlers.discarding());
        }
        Ending crowd = client::shutdownNow;
        return crowd.andThen(locked);
    }

    private static HttpRequest reservation(String url, String token) {
        Map<String, Object> wish =
                Map.of(
                        "orderId",
                        UUID.randomUUID(),
                        "items",
                        List.of(Map.of("sku", "SKU-00043", "qty", 1)),
                        "ttlSeconds",
                        1);
        return HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Http.JSON.valueToTree(wish).toString()))
                .build();
    }

    /** The same fact thousands of times, while who reads it has no database. */
    static Ending factsPileUp(AlertShop shop) {
        shop.order("SKU-00044", Purchase.DECLINED_CARD);
        await().atMost(TOLD).until(() -> !shop.bus().all(FAILED).isEmpty());
        Fact fact = shop.bus().all(FAILED).getFirst();
        shop.mailsToPostgres().is(Fault.RESET);
        shop.bus().publish(FAILED, Collections.nCopies(FACTS, fact));
        return () -> shop.mailsToPostgres().is(Fault.NONE);
    }

    private static Ending lock(AlertShop shop, String database, String table) throws SQLException {
        Connection connection = shop.sql().connect(database);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in access exclusive mode");
        }
        return connection::close;
    }
}
