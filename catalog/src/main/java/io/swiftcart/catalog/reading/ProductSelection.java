package io.swiftcart.catalog.reading;

import io.swiftcart.catalog.reading.ProductFilter.After;
import org.jspecify.annotations.Nullable;

/** The statement of one page of products, in one of the orders that have an index. */
final class ProductSelection {
    private final ProductConditions conditions;
    private final ProductSort order;
    private final String limit;

    private ProductSelection(ProductConditions conditions, ProductFilter filter) {
        this.conditions = conditions;
        this.order = filter.order();
        this.limit = conditions.bind((long) filter.pageLimit().plusOne());
        behind(filter.after());
    }

    /** The page that the filter asks for of all that fulfils the conditions. */
    static ProductSelection of(ProductConditions conditions, ProductFilter filter) {
        return new ProductSelection(conditions, filter);
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
                        conditions.sql(),
                        order.direction(),
                        limit);
    }

    private void behind(@Nullable After after) {
        if (after != null) {
            conditions.add(
                    "(%s, p.id) %s (%s, %s)"
                            .formatted(
                                    order.column(),
                                    order.comparison(),
                                    conditions.bind(after.key()),
                                    conditions.bind(after.id())));
        }
    }
}
