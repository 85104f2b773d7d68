package io.swiftcart.catalog.products.reading;

import io.swiftcart.catalog.products.reading.ProductFilter.After;
import io.swiftcart.platform.page.Limit;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The statement of one list. It holds only the conditions that are asked for, because an index is
 * of no use to {@code $1 is null or …}; the few dozen texts that arise stay prepared.
 */
final class ProductSelection {
    private static final String BRANCH =
            """
            p.category_id in (
                with recursive branch as (
                    select id from category where id = %s
                    union all
                    select c.id from category c join branch b on c.parent_id = b.id)
                select id from branch)\
            """;

    private final List<String> conditions = new ArrayList<>();
    private final Tuple values = Tuple.tuple();
    private final ProductSort order;
    private final String limit;

    private ProductSelection(ProductSort order, Limit limit) {
        this.order = order;
        this.limit = bind((long) limit.plusOne());
    }

    static ProductSelection of(ProductFilter filter, boolean withdrawnToo) {
        ProductSelection selection = new ProductSelection(filter.order(), filter.pageLimit());
        selection.visible(withdrawnToo);
        selection.below(filter.categoryId());
        selection.priced(">=", filter.minPriceUnits());
        selection.priced("<=", filter.maxPriceUnits());
        selection.stocked(filter.inStockOnly());
        selection.behind(filter.after());
        return selection;
    }

    String sql() {
        return """
        select %1$s, %2$s as sort_key
          from product p %3$s
         where %4$s
         order by %2$s %5$s, p.id %5$s
         limit %6$s
        """
                .formatted(
                        ProductView.COLUMNS,
                        order.column(),
                        ProductView.STOCK,
                        conditions.isEmpty() ? "true" : String.join(" and ", conditions),
                        order.direction(),
                        limit);
    }

    Tuple values() {
        return values;
    }

    private void visible(boolean withdrawnToo) {
        if (!withdrawnToo) {
            conditions.add("p.active");
        }
    }

    private void below(@Nullable UUID category) {
        if (category != null) {
            conditions.add(BRANCH.formatted(bind(category)));
        }
    }

    private void priced(String comparison, @Nullable Long amount) {
        if (amount != null) {
            conditions.add("p.price " + comparison + " " + bind(amount));
        }
    }

    private void stocked(@Nullable Boolean inStock) {
        if (inStock != null) {
            conditions.add("coalesce(a.available, 0) " + (inStock ? "> 0" : "= 0"));
        }
    }

    private void behind(@Nullable After after) {
        if (after != null) {
            conditions.add(
                    "(%s, p.id) %s (%s, %s)"
                            .formatted(
                                    order.column(),
                                    order.comparison(),
                                    bind(after.key()),
                                    bind(after.id())));
        }
    }

    private String bind(Object value) {
        values.addValue(value);
        return "$" + values.size();
    }
}
