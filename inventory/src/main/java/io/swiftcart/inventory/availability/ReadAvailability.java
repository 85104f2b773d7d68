package io.swiftcart.inventory.availability;

import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.availability.AvailabilityView.Item;
import io.swiftcart.inventory.domain.StockLevel;
import io.swiftcart.inventory.hint.AvailabilityHint;
import io.swiftcart.inventory.ledger.StockLedger;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads what can be had: from the hint, and what that does not know from PostgreSQL. */
@ApplicationScoped
class ReadAvailability {
    private static final String FIND =
            "select sku, on_hand, reserved, low_stock_threshold, version, updated_at from stock"
                    + " where sku = any ($1)";

    private final Database database;
    private final AvailabilityHint hint;

    ReadAvailability(Database database, AvailabilityHint hint) {
        this.database = database;
        this.hint = hint;
    }

    Uni<AvailabilityView> of(Set<String> skus) {
        return hint.recall(skus)
                .chain(known -> completed(skus, known))
                .map(found -> view(skus, found));
    }

    private Uni<Map<String, Integer>> completed(Set<String> skus, Map<String, Integer> known) {
        String[] unknown =
                skus.stream().filter(sku -> !known.containsKey(sku)).toArray(String[]::new);
        if (unknown.length == 0) {
            return Uni.createFrom().item(known);
        }
        return database.pool()
                .preparedQuery(FIND)
                .execute(Tuple.of(unknown))
                .map(ReadAvailability::levels)
                .call(hint::remember)
                .map(levels -> union(known, levels));
    }

    private static List<StockLevel> levels(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(StockLedger::level).toList();
    }

    private static Map<String, Integer> union(Map<String, Integer> known, List<StockLevel> levels) {
        return Stream.concat(
                        known.entrySet().stream(),
                        levels.stream().map(level -> Map.entry(level.sku(), level.available())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static AvailabilityView view(Set<String> skus, Map<String, Integer> found) {
        return new AvailabilityView(
                skus.stream().map(sku -> new Item(sku, found.getOrDefault(sku, 0))).toList());
    }
}
