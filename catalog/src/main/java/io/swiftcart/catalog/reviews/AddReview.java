package io.swiftcart.catalog.reviews;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.CatalogProblem;
import io.swiftcart.catalog.pages.PageCache;
import io.swiftcart.catalog.reviews.ReviewRepository.Added;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Adds the one review that a buyer may write of a product, and renews its average. */
@ApplicationScoped
class AddReview {
    private final Database database;
    private final ReviewRepository reviews;
    private final PageCache pages;

    AddReview(Database database, ReviewRepository reviews, PageCache pages) {
        this.database = database;
        this.reviews = reviews;
        this.pages = pages;
    }

    /**
     * The review as it stands; a problem with status 404 when the product is not sold, 403 when the
     * user has not bought it, 409 when there is one already.
     */
    Uni<ReviewView> with(UUID productId, String userId, ReviewRequest request) {
        return database.inTransaction(tx -> add(tx, productId, userId, request))
                .invoke(added -> pages.reviewTold(added.sku(), added.count()))
                .map(Added::review);
    }

    private Uni<Added> add(SqlConnection tx, UUID productId, String userId, ReviewRequest request) {
        return reviews.lockAndAskBought(tx, productId, userId)
                .invoke(AddReview::refuseStrangers)
                .chain(() -> reviews.add(tx, productId, userId, request));
    }

    private static void refuseStrangers(boolean bought) {
        if (!bought) {
            throw new Problem(
                    CatalogProblem.NOT_BOUGHT,
                    "No confirmed order of yours has this product in it.");
        }
    }
}
