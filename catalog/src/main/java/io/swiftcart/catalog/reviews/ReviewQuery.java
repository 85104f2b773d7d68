package io.swiftcart.catalog.reviews;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.reading.ProductFilter;
import io.swiftcart.catalog.reading.ProductQuery;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.page.Cursor;
import io.swiftcart.platform.page.Limit;
import io.swiftcart.platform.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the reviews of a product, newest first. */
@ApplicationScoped
class ReviewQuery {
    /** Greater than any id that is made here. */
    private static final UUID END = new UUID(-1, -1);

    private final Database database;
    private final ProductQuery products;
    private final ReviewRepository reviews;

    ReviewQuery(Database database, ProductQuery products, ReviewRepository reviews) {
        this.database = database;
        this.products = products;
        this.reviews = reviews;
    }

    /** One page; a problem with status 404 when the product is not sold. */
    Uni<Page<ReviewView>> of(UUID productId, Limit limit, @Nullable String cursor) {
        List<String> after = Cursor.decode(cursor, 1);
        UUID before = after.isEmpty() ? END : ProductFilter.cursorId(after.getFirst());
        return products.byId(productId, false)
                .chain(() -> reviews.list(database.pool(), productId, before, limit.plusOne()))
                .map(read -> Page.of(read, limit, review -> Cursor.encode(review.reviewId())));
    }
}
