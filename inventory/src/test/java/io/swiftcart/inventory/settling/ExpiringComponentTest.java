package io.swiftcart.inventory.settling;

import static io.swiftcart.inventory.Shelves.aSku;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.Tables;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Many holds that are due at once. */
@QuarkusTest
class ExpiringComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** As if all of them had been held half an hour ago. */
    private static final String HOLDS =
            """
            with made as (
                insert into stock (sku, on_hand, reserved, low_stock_threshold, updated_at)
                values ($1, $2, $2, 0, now()) returning sku
            ),
            orders as (select uuidv7() as order_id from generate_series(1, $2)),
            held as (
                insert into reservation (order_id, status, skus, quantities, created_at, expires_at)
                select order_id, 'HELD', array[$1], array[1], now() - interval '30 min', now() - interval '15 min'
                  from orders returning order_id
            )
            insert into movement (sku, type, on_hand_delta, reserved_delta, order_id, occurred_at)
            select $1, 'RESERVED', 0, 1, order_id, now() from held
            union all
            select sku, 'RECEIVED', $2, 0, null, now() from made
            """;

    private static final String EXPIRED =
            "select count(*)::integer from movement where sku = $1 and type = 'EXPIRED'";

    private final SettlementRepository settlements;
    private final ExpireHolds expireHolds;
    private final Tables tables;

    ExpiringComponentTest(
            SettlementRepository settlements, ExpireHolds expireHolds, Tables tables) {
        this.settlements = settlements;
        this.expireHolds = expireHolds;
        this.tables = tables;
    }

    @Test
    void replicas_that_sweep_at_the_same_time_expire_each_hold_once() {
        String sku = aSku();
        tables.sql(HOLDS, sku, 2_000);

        Uni.join()
                .all(sweep(), sweep(), sweep(), expireHolds.sweep())
                .andFailFast()
                .await()
                .atMost(PATIENCE);

        await().atMost(PATIENCE).until(() -> tables.number(EXPIRED, sku) == 2_000);
        assertEquals(0, tables.number("select reserved from stock where sku = $1", sku));
    }

    @Test
    void a_hold_that_cannot_be_expired_keeps_no_other() {
        String sku = aSku();
        tables.sql(HOLDS.replace("15 min", "-15 min"), sku, 5);
        String poison =
                "(select min(order_id::text)::uuid from movement where sku = $1 and order_id is not null)";
        tables.sql(
                "insert into movement (sku, type, on_hand_delta, reserved_delta, order_id, occurred_at)"
                        + " values ($1, 'EXPIRED', 1, 0, "
                        + poison
                        + ", now())",
                sku);
        tables.sql("update reservation set expires_at = now() where skus = array[$1]", sku);

        await().atMost(PATIENCE).until(() -> tables.number(EXPIRED, sku) == 5);
        assertEquals(1, tables.number("select reserved from stock where sku = $1", sku));

        tables.sql(
                "delete from movement where sku = $1 and on_hand_delta = 1 and type = 'EXPIRED'",
                sku);
        await().atMost(PATIENCE)
                .until(() -> tables.number("select reserved from stock where sku = $1", sku) == 0);
    }

    private Uni<Void> sweep() {
        return settlements
                .expire(100)
                .chain(changed -> changed.isEmpty() ? Uni.createFrom().voidItem() : sweep());
    }
}
