package io.swiftcart.catalog.categories;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.CatalogProblem;
import io.swiftcart.catalog.domain.CategoryTree;
import io.swiftcart.catalog.domain.CategoryTree.Placement;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes sure that the tree stays one when a category is hung somewhere. */
@ApplicationScoped
class PlaceInTree {
    private final CategoryRepository categories;

    PlaceInTree(CategoryRepository categories) {
        this.categories = categories;
    }

    /**
     * Fails with a problem when the category, new or known, cannot hang on that parent. The tree
     * must be locked.
     */
    Uni<Void> check(SqlClient tx, UUID category, @Nullable UUID parent) {
        if (parent == null) {
            return Uni.createFrom().voidItem();
        }
        return categories
                .tree(tx)
                .map(tree -> tree.place(category, parent))
                .invoke(PlaceInTree::refuse)
                .replaceWithVoid();
    }

    private static void refuse(Placement placement) {
        switch (placement) {
            case FITS -> {}
            case UNKNOWN_PARENT ->
                    throw new Problem(
                                    CatalogProblem.UNKNOWN_CATEGORY,
                                    "There is no category with this parentId.")
                            .pointing("/parentId", "is not a category");
            case CYCLE ->
                    throw new Problem(
                                    CatalogProblem.CATEGORY_CYCLE,
                                    "The parent is the category, or hangs below it.")
                            .pointing("/parentId", "hangs below the category");
            case TOO_DEEP ->
                    throw new Problem(
                                    CatalogProblem.CATEGORY_TOO_DEEP,
                                    "The tree has at most " + CategoryTree.MAX_DEPTH + " levels.")
                            .pointing("/parentId", "is too deep in the tree");
        }
    }
}
