package io.swiftcart.inventory.stock;

import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.domain.StockLevel;
import io.swiftcart.inventory.ledger.StockLedger;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.page.Cursor;
import io.swiftcart.platform.page.Limit;
import io.swiftcart.platform.page.Page;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads stock and movements. */
@ApplicationScoped
class StockQuery {
    private static final String COLUMNS =
            "sku, on_hand, reserved, low_stock_threshold, version, updated_at";
    private static final String FIND = "select " + COLUMNS + " from stock where sku = $1";
    private static final String LOCK = FIND + " for no key update";
    private static final String LIST =
            "select " + COLUMNS + " from stock where sku > $1 order by sku limit $2";

    /** Walks the SKUs: an index of those that are low would have to be changed with every order. */
    private static final String LIST_LOW =
            "select "
                    + COLUMNS
                    + " from stock where sku > $1 and on_hand - reserved <= low_stock_threshold"
                    + " order by sku limit $2";

    private static final String MOVEMENTS =
            "select "
                    + MovementView.COLUMNS
                    + " from movement where sku = $1 and movement_id < $2 order by movement_id desc"
                    + " limit $3";
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final Database database;

    StockQuery(Database database) {
        this.database = database;
    }

    /** The stock; a problem with status 404 when the SKU has none. */
    Uni<StockLevel> find(String sku) {
        return one(database.pool(), FIND, sku);
    }

    /**
     * The stock, kept from others until the end of the transaction; a problem with status 404 when
     * the SKU has none.
     */
    Uni<StockLevel> lock(SqlClient tx, String sku) {
        return one(tx, LOCK, sku);
    }

    /** One page of all stock, by SKU. */
    Uni<Page<StockView>> list(@Nullable String limit, @Nullable String cursor) {
        return page(LIST, Limit.of(limit), Cursor.decode(cursor, 1));
    }

    /** One page of the stock that is low, by SKU. */
    Uni<Page<StockView>> listLow(@Nullable String limit, @Nullable String cursor) {
        return page(LIST_LOW, Limit.of(limit), Cursor.decode(cursor, 1));
    }

    /**
     * One page of the movements of a SKU, newest first; a problem with status 404 when it has no
     * stock.
     */
    Uni<Page<MovementView>> movements(String sku, @Nullable String limit, @Nullable String cursor) {
        Limit size = Limit.of(limit);
        List<String> after = Cursor.decode(cursor, 1);
        UUID before = after.isEmpty() ? AFTER_ALL : movementId(after.getFirst());
        return find(sku)
                .chain(
                        () ->
                                database.pool()
                                        .preparedQuery(MOVEMENTS)
                                        .execute(Tuple.of(sku, before, size.plusOne())))
                .map(rows -> read(rows, MovementView::from))
                .map(read -> Page.of(read, size, movement -> Cursor.encode(movement.movementId())));
    }

    private Uni<Page<StockView>> page(String sql, Limit limit, List<String> after) {
        return database.pool()
                .preparedQuery(sql)
                .execute(Tuple.of(after.isEmpty() ? "" : after.getFirst(), limit.plusOne()))
                .map(rows -> read(rows, row -> StockView.from(StockLedger.level(row))))
                .map(read -> Page.of(read, limit, stock -> Cursor.encode(stock.sku())));
    }

    private static Uni<StockLevel> one(SqlClient client, String sql, String sku) {
        return client.preparedQuery(sql).execute(Tuple.of(sku)).map(StockQuery::single);
    }

    private static StockLevel single(RowSet<Row> rows) {
        RowIterator<Row> row = rows.iterator();
        if (!row.hasNext()) {
            throw new Problem(CommonProblem.NOT_FOUND, "There is no stock of this SKU.");
        }
        return StockLedger.level(row.next());
    }

    private static <T> List<T> read(RowSet<Row> rows, Function<Row, T> view) {
        return StreamSupport.stream(rows.spliterator(), false).map(view).toList();
    }

    private static UUID movementId(String part) {
        try {
            return Ids.parse(part);
        } catch (Problem e) {
            throw Cursor.malformed();
        }
    }
}
