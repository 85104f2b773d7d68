package io.swiftcart.catalog.reading;

import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.page.Cursor;
import io.swiftcart.platform.page.Limit;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which products a list is to show, as the query parameters say. Everything comes as text, so that
 * what is wrong with it is said in a problem with status 400, thrown by the method that reads it.
 */
public record ProductFilter(
        @RestQuery("category")
                @Parameter(description = "Id of a category; those below it are included")
                @Nullable String category,
        @RestQuery("minPrice") @Parameter(description = "In the currency's minor unit")
                @Nullable String minPrice,
        @RestQuery("maxPrice") @Parameter(description = "In the currency's minor unit")
                @Nullable String maxPrice,
        @RestQuery("inStock") @Parameter(description = "true or false") @Nullable String inStock,
        @RestQuery("sort")
                @Parameter(
                        description =
                                "name, price, createdAt or rating, with - for descending; default"
                                        + " -createdAt")
                @Nullable String sort,
        @RestQuery("limit") @Parameter(description = "1 to 200, default 50") @Nullable String limit,
        @RestQuery("cursor") @Parameter(description = "nextCursor of the page before")
                @Nullable String cursor) {

    /** Where a page begins: behind the product with this sort key and id. */
    record After(Object key, UUID id) {}

    @Nullable UUID categoryId() {
        return category == null ? null : Ids.parse(category);
    }

    @Nullable Long minPriceUnits() {
        return amount("minPrice", minPrice);
    }

    @Nullable Long maxPriceUnits() {
        return amount("maxPrice", maxPrice);
    }

    @Nullable Boolean inStockOnly() {
        if (inStock == null) {
            return null;
        }
        return switch (inStock) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid("inStock must be true or false.");
        };
    }

    /** The same bounds in another order, where null is the order of lists when nothing is said. */
    public ProductFilter sortedBy(@Nullable String otherSort) {
        return new ProductFilter(category, minPrice, maxPrice, inStock, otherSort, limit, cursor);
    }

    ProductSort order() {
        return ProductSort.of(sort);
    }

    /** How long the page is to be; a problem with status 400 when it cannot be so long. */
    public Limit pageLimit() {
        return Limit.of(limit);
    }

    @Nullable After after() {
        List<String> parts = Cursor.decode(cursor, 3);
        if (parts.isEmpty()) {
            return null;
        }
        return new After(order().keyIn(parts.get(0), parts.get(1)), cursorId(parts.get(2)));
    }

    /** The id in a cursor; a problem with status 400 when it is made up. */
    public static UUID cursorId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Cursor.malformed();
        }
    }

    private static @Nullable Long amount(String name, @Nullable String raw) {
        if (raw == null) {
            return null;
        }
        if (!raw.matches("[0-9]{1,15}")) {
            throw invalid(
                    name + " must be a whole number of the currency's minor unit, 0 or more.");
        }
        return Long.valueOf(raw);
    }

    private static Problem invalid(String detail) {
        return new Problem(CommonProblem.MALFORMED_REQUEST, detail);
    }
}
