package io.swiftcart.catalog.categories;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.domain.Slug;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.id.Ids;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Adds a category to the tree. */
@ApplicationScoped
class AddCategory {
    private final Database database;
    private final CategoryRepository categories;
    private final PlaceInTree placeInTree;

    AddCategory(Database database, CategoryRepository categories, PlaceInTree placeInTree) {
        this.database = database;
        this.categories = categories;
        this.placeInTree = placeInTree;
    }

    Uni<CategoryView> with(CategoryRequest request) {
        UUID id = Ids.next();
        return database.inTransaction(tx -> add(tx, id, request));
    }

    private Uni<CategoryView> add(SqlConnection tx, UUID id, CategoryRequest request) {
        String slug =
                request.slug() == null ? Slug.of(request.name(), id.toString()) : request.slug();
        return categories
                .lockTree(tx)
                .chain(() -> placeInTree.check(tx, id, request.parentId()))
                .chain(() -> categories.add(tx, id, request, slug));
    }
}
