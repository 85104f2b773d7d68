package io.swiftcart.catalog.categories;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.CatalogProblem;
import io.swiftcart.catalog.domain.CategoryTree;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes categories. Every method runs in the caller's transaction, which has called {@link
 * #lockTree} first.
 */
@ApplicationScoped
class CategoryRepository {
    /**
     * Readers go on, and so do products that hang themselves on a category; other writers of the
     * tree wait.
     */
    private static final String LOCK_TREE = "lock table category in share row exclusive mode";

    private static final String PARENTS = "select id, parent_id from category";
    private static final String BY_ID =
            "select " + CategoryView.COLUMNS + " from category where id = $1";
    private static final String ADD =
            "insert into category (id, parent_id, name, slug, description, created_at, updated_at)"
                    + " values ($1, $2, $3, $4, $5, $6, $6) returning "
                    + CategoryView.COLUMNS;
    private static final String CHANGE =
            "update category set parent_id = $2, name = $3, slug = $4, description = $5, updated_at"
                    + " = $6, version = version + 1 where id = $1 returning "
                    + CategoryView.COLUMNS;
    private static final String REMOVE = "delete from category where id = $1";

    private final Clock clock;

    CategoryRepository(Clock clock) {
        this.clock = clock;
    }

    Uni<Void> lockTree(SqlClient tx) {
        return tx.query(LOCK_TREE).execute().replaceWithVoid();
    }

    Uni<CategoryTree> tree(SqlClient tx) {
        return tx.preparedQuery(PARENTS).execute().map(CategoryRepository::treeOf);
    }

    /** The category as it stands; a problem with status 404 when there is none. */
    Uni<CategoryView> current(SqlClient tx, UUID id) {
        return tx.preparedQuery(BY_ID)
                .execute(Tuple.of(id))
                .map(CategoryRepository::single)
                .onItem()
                .ifNull()
                .failWith(CategoryRepository::notFound);
    }

    Uni<CategoryView> add(SqlClient tx, UUID id, CategoryRequest request, String slug) {
        return write(tx, ADD, id, request, slug);
    }

    Uni<CategoryView> change(SqlClient tx, UUID id, CategoryRequest request, String slug) {
        return write(tx, CHANGE, id, request, slug);
    }

    Uni<Void> remove(SqlClient tx, UUID id) {
        return tx.preparedQuery(REMOVE)
                .execute(Tuple.of(id))
                .onFailure(PgException.class)
                .transform(CategoryRepository::explained)
                .replaceWithVoid();
    }

    static @Nullable CategoryView single(RowSet<Row> rows) {
        RowIterator<Row> row = rows.iterator();
        return row.hasNext() ? CategoryView.from(row.next()) : null;
    }

    static Problem notFound() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such category.");
    }

    private Uni<CategoryView> write(
            SqlClient tx, String sql, UUID id, CategoryRequest request, String slug) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Tuple values =
                Tuple.from(
                        new Object[] {
                            id,
                            request.parentId(),
                            request.name(),
                            slug,
                            request.descriptionOrEmpty(),
                            now
                        });
        return tx.preparedQuery(sql)
                .execute(values)
                .onFailure(PgException.class)
                .transform(CategoryRepository::explained)
                .map(rows -> CategoryView.from(rows.iterator().next()));
    }

    /**
     * The constraints are the last word on what the caller did wrong; anything else stays a fault.
     */
    private static Throwable explained(Throwable failure) {
        String constraint = ((PgException) failure).getConstraint();
        return switch (constraint == null ? "" : constraint) {
            case "category_slug_key" ->
                    new Problem(CatalogProblem.SLUG_TAKEN, "Choose another slug.")
                            .pointing("/slug", "is taken");
            case "category_parent_fk", "product_category_fk" ->
                    new Problem(
                            CatalogProblem.CATEGORY_IN_USE,
                            "Move its children and its products, withdrawn ones too, and delete it"
                                    + " again.");
            default -> failure;
        };
    }

    private static CategoryTree treeOf(RowSet<Row> rows) {
        Map<UUID, @Nullable UUID> parents = new HashMap<>();
        rows.forEach(row -> parents.put(row.getUUID("id"), row.getUUID("parent_id")));
        return CategoryTree.of(parents);
    }
}
