package io.swiftcart.catalog.prices;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.reading.ProductQuery;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.page.Cursor;
import io.swiftcart.platform.page.Limit;
import io.swiftcart.platform.page.Page;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the prices of a product, newest first. */
@ApplicationScoped
class PriceHistoryQuery {
    private static final String PRICES =
            """
            select id, price, currency, valid_from from price_change
             where product_id = $1 and id < $2 order by id desc limit $3
            """;

    private final Database database;
    private final ProductQuery products;

    PriceHistoryQuery(Database database, ProductQuery products) {
        this.database = database;
        this.products = products;
    }

    /** One page, of a withdrawn product too; a problem with status 404 when there is none. */
    Uni<Page<PriceView>> of(UUID productId, Limit limit, @Nullable String cursor) {
        Tuple values = Tuple.of(productId, before(cursor), (long) limit.plusOne());
        return products.byId(productId, true)
                .chain(() -> database.pool().preparedQuery(PRICES).execute(values))
                .map(rows -> page(rows, limit));
    }

    private static long before(@Nullable String cursor) {
        List<String> parts = Cursor.decode(cursor, 1);
        if (parts.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (!parts.getFirst().matches("[0-9]{1,18}")) {
            throw Cursor.malformed();
        }
        return Long.parseLong(parts.getFirst());
    }

    private static Page<PriceView> page(RowSet<Row> rows, Limit limit) {
        List<Row> read = new ArrayList<>(rows.rowCount());
        rows.forEach(read::add);
        Page<Row> page = Page.of(read, limit, row -> Cursor.encode(row.getLong("id")));
        return new Page<>(page.items().stream().map(PriceView::from).toList(), page.nextCursor());
    }
}
