package io.swiftcart.perf.limits;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The inventory's statement that holds stock, and the plain update that everybody else uses. */
final class ReserveLimit {
    private static final List<String> TOPICS =
            List.of(
                    "inventory.stock-updated.v1",
                    "inventory.low-stock.v1",
                    "inventory.reserved.v1");

    /** The least that a shop can do: no movement, no reservation, no fact. */
    private static final String PLAIN =
            """
            update stock set reserved = reserved + 1, version = version + 1, updated_at = now()
            where sku = $1 and on_hand - reserved >= 1
            """;

    static final int SKUS = 500;

    /** Stock that does not run out. */
    static final String FILL =
            """
            insert into stock (sku, on_hand, low_stock_threshold, updated_at)
            select 'SKU-' || lpad(n::text, 5, '0'), 100000000, 10, now() from generate_series(1, %d) n
            """
                    .formatted(SKUS);

    private final String hold;

    ReserveLimit(ClassLoader service) {
        hold =
                ServiceStatement.of(
                        service, "io.swiftcart.inventory.reserving.HoldRepository", "HOLD");
    }

    /** Holds one unit for each of so many orders, of any SKU. */
    Future<?> spread(PgConnection connection, int together) {
        return connection.preparedQuery(hold).execute(asked(together, SKUS));
    }

    /** The same where everybody wants the same. */
    Future<?> hot(PgConnection connection, int together) {
        return connection.preparedQuery(hold).execute(asked(together, 1));
    }

    /** One conditional update of the hot SKU. */
    Future<?> plain(PgConnection connection) {
        return connection.preparedQuery(PLAIN).execute(Tuple.of("SKU-00001"));
    }

    Tuple asked(int orders, int skus) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        OffsetDateTime[] expiries = new OffsetDateTime[orders];
        Arrays.fill(expiries, now.plusMinutes(15));
        JsonArray headers = new JsonArray();
        IntStream.range(0, orders)
                .forEach(_ -> headers.add(new JsonObject().put("x-correlation-id", "limits")));
        // The client converts operands in place.
        return Tuple.wrap(
                new ArrayList<>(
                        List.of(
                                heads(),
                                now,
                                many(orders, UUID::randomUUID).toArray(UUID[]::new),
                                expiries,
                                headers,
                                IntStream.rangeClosed(1, orders).boxed().toArray(Integer[]::new),
                                many(orders, () -> sku(skus)).toArray(String[]::new),
                                many(orders, () -> 1).toArray(Integer[]::new))));
    }

    String statement() {
        return hold;
    }

    private static <T> Stream<T> many(int times, Supplier<T> each) {
        return Stream.generate(each).limit(times);
    }

    private static JsonArray heads() {
        JsonArray heads = new JsonArray();
        for (String topic : TOPICS) {
            heads.add(
                    new JsonObject()
                            .put("id", new UUID(0, 0).toString())
                            .put("topic", topic)
                            .put("key", "")
                            .put("type", "io.swiftcart." + topic)
                            .put(
                                    "payload",
                                    "{\"eventType\":\"Limit\",\"occurredAt\":\"2026-01-01T00:00:00Z\"}")
                            .put("headers", Payload.headers(new UUID(0, 0))));
        }
        return heads;
    }

    private static String sku(int skus) {
        return "SKU-%05d".formatted(ThreadLocalRandom.current().nextInt(1, skus + 1));
    }
}
