package io.swiftcart.catalog.reading;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.domain.Sku;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.page.Limit;
import io.swiftcart.platform.page.Page;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads products. {@code withdrawnToo} is for those who may write them; to all others a withdrawn
 * one is not there.
 */
@ApplicationScoped
public class ProductQuery {
    private static final String SELECT =
            "select " + ProductView.COLUMNS + " from product p " + ProductView.STOCK + " where ";
    private static final String BY_ID = SELECT + "p.id = $1 and (p.active or $2)";
    private static final String BY_SKU = SELECT + "p.sku = $1 and (p.active or $2)";

    private final Database database;
    private final FindBranch findBranch;

    ProductQuery(Database database, FindBranch findBranch) {
        this.database = database;
        this.findBranch = findBranch;
    }

    /** The product; a problem with status 404 when there is none. */
    public Uni<ProductView> byId(UUID id, boolean withdrawnToo) {
        return one(BY_ID, Tuple.of(id, withdrawnToo));
    }

    /**
     * The product; a problem with status 404 when there is none, as there cannot be for text that
     * is no SKU.
     */
    public Uni<ProductView> bySku(String sku, boolean withdrawnToo) {
        return Sku.isValid(sku)
                ? one(BY_SKU, Tuple.of(sku, withdrawnToo))
                : Uni.createFrom().failure(notFound());
    }

    /**
     * One page of the products that the filter lets through, in its order; a problem with status
     * 400 when it is wrong.
     */
    public Uni<Page<ProductView>> list(ProductFilter filter, boolean withdrawnToo) {
        return findBranch.of(filter).chain(branch -> list(filter, branch, withdrawnToo));
    }

    private Uni<Page<ProductView>> list(ProductFilter filter, Branch branch, boolean withdrawnToo) {
        ProductConditions conditions = new ProductConditions();
        if (!withdrawnToo) {
            conditions.add("p.active");
        }
        conditions.within(filter, branch);
        return page(conditions, filter);
    }

    /** One page, in the filter's order, of the products that fulfil the conditions. */
    public Uni<Page<ProductView>> page(ProductConditions conditions, ProductFilter filter) {
        return database.pool()
                .preparedQuery(sql(conditions, filter))
                .execute(conditions.values())
                .map(rows -> page(rows, filter.pageLimit(), filter.order()::cursorAfter));
    }

    /** The statement for {@link #page}; binds what the filter says of order and length. */
    public static String sql(ProductConditions conditions, ProductFilter filter) {
        return ProductSelection.of(conditions, filter).sql();
    }

    /** The page that the rows make, each with {@link ProductView#COLUMNS}. */
    public static Page<ProductView> page(
            RowSet<Row> rows, Limit limit, Function<Row, String> cursorAfter) {
        List<Row> read = new ArrayList<>(rows.rowCount());
        rows.forEach(read::add);
        Page<Row> page = Page.of(read, limit, cursorAfter);
        return new Page<>(page.items().stream().map(ProductView::from).toList(), page.nextCursor());
    }

    /** The problem for a product that is not there, or not for this caller. */
    public static Problem notFound() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such product.");
    }

    private Uni<ProductView> one(String sql, Tuple values) {
        return database.pool()
                .preparedQuery(sql)
                .execute(values)
                .map(ProductQuery::single)
                .onItem()
                .ifNull()
                .failWith(ProductQuery::notFound);
    }

    private static @Nullable ProductView single(RowSet<Row> rows) {
        RowIterator<Row> row = rows.iterator();
        return row.hasNext() ? ProductView.from(row.next()) : null;
    }
}
