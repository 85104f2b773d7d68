package io.swiftcart.catalog.categories;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.page.Page;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads categories. */
@ApplicationScoped
class CategoryQuery {
    private static final String ALL =
            "select "
                    + CategoryView.COLUMNS
                    + " from category order by lower(name collate \"pg_c_utf8\"), id";
    private static final String BY_ID =
            "select " + CategoryView.COLUMNS + " from category where id = $1";

    private final Database database;

    CategoryQuery(Database database) {
        this.database = database;
    }

    /** The whole tree as one page of roots, siblings by name. */
    Uni<Page<CategoryNode>> tree() {
        return database.pool()
                .preparedQuery(ALL)
                .execute()
                .map(CategoryQuery::views)
                .map(views -> new Page<>(CategoryNode.nest(views), null));
    }

    /** One category; a problem with status 404 when there is none. */
    Uni<CategoryView> byId(UUID id) {
        return database.pool()
                .preparedQuery(BY_ID)
                .execute(Tuple.of(id))
                .map(CategoryRepository::single)
                .onItem()
                .ifNull()
                .failWith(CategoryRepository::notFound);
    }

    private static List<CategoryView> views(RowSet<Row> rows) {
        List<CategoryView> views = new ArrayList<>(rows.rowCount());
        rows.forEach(row -> views.add(CategoryView.from(row)));
        return views;
    }
}
