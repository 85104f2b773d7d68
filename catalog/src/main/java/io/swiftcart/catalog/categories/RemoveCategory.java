package io.swiftcart.catalog.categories;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Removes a category on which nothing hangs any more. */
@ApplicationScoped
class RemoveCategory {
    private final Database database;
    private final CategoryRepository categories;

    RemoveCategory(Database database, CategoryRepository categories) {
        this.database = database;
        this.categories = categories;
    }

    Uni<Void> with(UUID id) {
        return database.inTransaction(
                tx ->
                        categories
                                .lockTree(tx)
                                .chain(() -> categories.current(tx, id))
                                .chain(() -> categories.remove(tx, id)));
    }
}
