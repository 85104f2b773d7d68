package io.swiftcart.inventory.reserving;

import io.swiftcart.inventory.domain.Lines;
import io.swiftcart.inventory.domain.Lines.Line;
import io.swiftcart.inventory.domain.OrderId;
import io.swiftcart.inventory.domain.ReserveOutcome;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Orders that arrive in one moment, without the noise of HTTP. */
@ApplicationScoped
class Crowd {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String STOCK =
            """
            with made as (
                insert into stock (sku, on_hand, low_stock_threshold, updated_at) values ($1, $2, 0, now())
            )
            insert into movement (sku, type, on_hand_delta, reserved_delta, occurred_at)
            select $1, 'RECEIVED', $2, 0, now() where $2 > 0
            """;

    private final Database database;
    private final Clock clock;

    Crowd(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    String aSkuWith(int onHand) {
        String sku =
                "CROWD-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
        database.pool()
                .preparedQuery(STOCK)
                .execute(Tuple.of(sku, onHand))
                .await()
                .atMost(PATIENCE);
        return sku;
    }

    Ask anAsk(Line... lines) {
        return ask(UUID.randomUUID(), Lines.of(List.of(lines)));
    }

    Ask ask(UUID order, Lines lines) {
        String trace = "00-" + order.toString().replace("-", "") + "-00f067aa0ba902b7-01";
        return new Ask(
                new OrderId(order),
                lines,
                clock.instant().plusSeconds(900),
                "test-" + order,
                trace,
                new CompletableFuture<>());
    }

    /** Keeps the stock of the SKU locked until the connection is closed. */
    SqlConnection locking(String sku) {
        return database.pool()
                .getConnection()
                .call(SqlConnection::begin)
                .call(
                        tx ->
                                tx.preparedQuery("select from stock where sku = $1 for update")
                                        .execute(Tuple.of(sku)))
                .await()
                .atMost(PATIENCE);
    }

    /** What became of an ask: the name of the outcome, or of the failure. */
    static String fate(Ask ask) {
        try {
            ReserveOutcome outcome = ask.answer().orTimeout(60, TimeUnit.SECONDS).join();
            return outcome.getClass().getSimpleName();
        } catch (CompletionException e) {
            return e.getCause().getClass().getSimpleName();
        }
    }

    static List<String> fates(List<Ask> asks) {
        return asks.stream().map(Crowd::fate).toList();
    }
}
