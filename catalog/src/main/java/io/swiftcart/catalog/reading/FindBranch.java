package io.swiftcart.catalog.reading;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Finds what hangs below a category, ahead of the products: PostgreSQL only chooses well between a
 * walk along the sort's index and a look into small categories when it is told which they are.
 */
@ApplicationScoped
public class FindBranch {
    private static final String BRANCH =
            """
            with recursive branch as (
                select id from category where id = $1
                union all
                select c.id from category c join branch b on c.parent_id = b.id)
            select id from branch
            """;

    private final Database database;

    FindBranch(Database database) {
        this.database = database;
    }

    /** The branch that the filter names; a problem with status 400 when that is no id. */
    public Uni<Branch> of(ProductFilter filter) {
        UUID root = filter.categoryId();
        return root == null
                ? Uni.createFrom().item(Branch.WHOLE)
                : database.pool()
                        .preparedQuery(BRANCH)
                        .execute(Tuple.of(root))
                        .map(FindBranch::branch);
    }

    private static Branch branch(RowSet<Row> rows) {
        List<UUID> ids = new ArrayList<>(rows.rowCount());
        rows.forEach(row -> ids.add(row.getUUID("id")));
        return new Branch(ids);
    }
}
