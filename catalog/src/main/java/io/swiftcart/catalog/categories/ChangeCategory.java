package io.swiftcart.catalog.categories;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.pages.PageCache;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.http.ETags;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Replaces a category, wherever it is to hang afterwards, if nobody has changed it in between. */
@ApplicationScoped
class ChangeCategory {
    private final Database database;
    private final CategoryRepository categories;
    private final PlaceInTree placeInTree;
    private final PageCache pages;

    ChangeCategory(
            Database database,
            CategoryRepository categories,
            PlaceInTree placeInTree,
            PageCache pages) {
        this.pages = pages;
        this.database = database;
        this.categories = categories;
        this.placeInTree = placeInTree;
    }

    /**
     * {@code version} is the one that the caller has read; a problem with status 412 when it is no
     * longer current.
     */
    Uni<CategoryView> with(UUID id, long version, CategoryRequest request) {
        return database.inTransaction(tx -> change(tx, id, version, request))
                .invoke(pages::changed);
    }

    private Uni<CategoryView> change(
            SqlConnection tx, UUID id, long version, CategoryRequest request) {
        return categories
                .lockTree(tx)
                .chain(() -> categories.current(tx, id))
                .invoke(current -> refuseStale(current, version))
                .call(() -> placeInTree.check(tx, id, request.parentId()))
                .chain(current -> categories.change(tx, id, request, slug(request, current)));
    }

    private static void refuseStale(CategoryView current, long version) {
        if (current.version() != version) {
            throw ETags.stale();
        }
    }

    private static String slug(CategoryRequest request, CategoryView current) {
        return request.slug() == null ? current.slug() : request.slug();
    }
}
