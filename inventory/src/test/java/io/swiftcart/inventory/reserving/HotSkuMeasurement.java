package io.swiftcart.inventory.reserving;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.Tables;
import io.swiftcart.inventory.domain.Lines.Line;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Decisions per second on one SKU, three ways in one run: together, one statement and one commit
 * per order, and a bare conditional update. Not a test: run by name, read the log.
 */
@QuarkusTest
class HotSkuMeasurement {
    private static final Logger LOG = Logger.getLogger(HotSkuMeasurement.class);
    private static final int ROUNDS = 5;
    private static final int ORDERS = 2_000;
    private static final int AT_ONCE = 256;
    private static final String BARE =
            "update stock set reserved = reserved + 1 where sku = $1 and on_hand - reserved >= 1";

    private static final String REPAIR =
            "update stock set reserved = (select coalesce(sum(reserved_delta), 0) from movement where"
                    + " sku = $1) where sku = $1";

    private final ReserveStock reserveStock;
    private final HoldRepository holds;
    private final Database database;
    private final Crowd crowd;
    private final Tables tables;

    HotSkuMeasurement(
            ReserveStock reserveStock,
            HoldRepository holds,
            Database database,
            Crowd crowd,
            Tables tables) {
        this.reserveStock = reserveStock;
        this.holds = holds;
        this.database = database;
        this.crowd = crowd;
        this.tables = tables;
    }

    @Test
    void measure() {
        for (int onHand : new int[] {1_000_000, 100}) {
            double[] together = new double[ROUNDS];
            double[] alone = new double[ROUNDS];
            double[] bare = new double[ROUNDS];
            for (int i = -1; i < ROUNDS; i++) {
                int round = Math.max(i, 0);
                together[round] = perSecond(onHand, this::together);
                alone[round] = perSecond(onHand, this::alone);
                bare[round] = perSecond(onHand, this::bare);
            }
            LOG.infof(
                    "on hand %d: together %s/s, alone %s/s (holding only), bare update %s/s",
                    onHand, told(together), told(alone), told(bare));
        }
    }

    private Uni<?> together(String sku) {
        return reserveStock.with(
                new ReserveRequest(
                        UUID.randomUUID(), List.of(new ReserveRequest.Item(sku, 1)), 900));
    }

    private Uni<?> alone(String sku) {
        return holds.hold(List.of(crowd.anAsk(new Line(sku, 1))));
    }

    private Uni<?> bare(String sku) {
        return database.pool().preparedQuery(BARE).execute(Tuple.of(sku));
    }

    private double perSecond(int onHand, Function<String, Uni<?>> decide) {
        String sku = crowd.aSkuWith(onHand);
        List<Integer> orders = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            orders.add(i);
        }
        long begun = System.nanoTime();
        Multi.createFrom()
                .iterable(orders)
                .onItem()
                .transformToUni(_ -> decide.apply(sku))
                .merge(AT_ONCE)
                .collect()
                .last()
                .await()
                .atMost(Crowd.PATIENCE);
        double rate = ORDERS * 1e9 / (System.nanoTime() - begun);
        // The bare update leaves no movements; the books of the other tests are to stay exact.
        tables.sql(REPAIR, sku);
        return rate;
    }

    private static String told(double[] rates) {
        Arrays.sort(rates);
        return "%.0f (%.0f..%.0f)".formatted(rates[ROUNDS / 2], rates[0], rates[ROUNDS - 1]);
    }
}
