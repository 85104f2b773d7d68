package io.swiftcart.catalog.reading;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What rows of {@code product p} and {@link ProductView#STOCK} must fulfil, and the values bound
 * for it. It holds only the conditions that are asked for, because an index is of no use to {@code
 * $1 is null or …}; the few dozen texts that arise stay prepared. They are planned anew for their
 * values each time (plan_cache_mode), since the best plan for one category or word is a bad one for
 * another.
 */
public final class ProductConditions {
    private final List<String> conditions = new ArrayList<>();
    private final Tuple values = Tuple.tuple();

    /** Adds a condition as it stands, for instance with what {@link #bind} gave. */
    public void add(String condition) {
        conditions.add(condition);
    }

    /** The filter's bounds: category, prices and stock. A problem with status 400 when wrong. */
    public void within(ProductFilter filter, Branch branch) {
        conditions.addAll(category(branch));
        conditions.addAll(price(filter));
        conditions.addAll(stock(filter));
    }

    /** At most one condition: in one of the branch's categories. */
    public List<String> category(Branch branch) {
        List<UUID> ids = branch.ids();
        return ids == null
                ? List.of()
                : List.of("p.category_id = any(" + bind(ids.toArray(UUID[]::new)) + ")");
    }

    /** At most two conditions, one for each bound. */
    public List<String> price(ProductFilter filter) {
        List<String> bounds = new ArrayList<>();
        priced(bounds, ">=", filter.minPriceUnits());
        priced(bounds, "<=", filter.maxPriceUnits());
        return bounds;
    }

    /**
     * At most one condition: units can be sold, or none can. The first is never true of a missing
     * row, and says so: few that are in stock can then be found from their stock.
     */
    public List<String> stock(ProductFilter filter) {
        Boolean inStock = filter.inStockOnly();
        if (inStock == null) {
            return List.of();
        }
        return List.of(inStock ? "a.available > 0" : "coalesce(a.available, 0) = 0");
    }

    /** Binds a value and gives its place in the statement. */
    public String bind(Object value) {
        values.addValue(value);
        return "$" + values.size();
    }

    /** All conditions as one. */
    public String sql() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    /** What was bound, in order. */
    public Tuple values() {
        return values;
    }

    private void priced(List<String> bounds, String comparison, @Nullable Long amount) {
        if (amount != null) {
            bounds.add("p.price " + comparison + " " + bind(amount));
        }
    }
}
