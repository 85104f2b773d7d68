package io.swiftcart.inventory;

import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What lies in the database of the service, past its code. */
@ApplicationScoped
public class Tables {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Database database;

    Tables(Database database) {
        this.database = database;
    }

    public RowSet<Row> sql(String statement, Object... operands) {
        return database.pool()
                .preparedQuery(statement)
                .execute(Tuple.wrap(new ArrayList<>(List.of(operands))))
                .await()
                .atMost(PATIENCE);
    }

    /** The first column of the first row that a query gives. */
    public int number(String query, Object... operands) {
        return sql(query, operands).iterator().next().getInteger(0);
    }
}
