package io.swiftcart.account;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What stands in the database. */
@ApplicationScoped
class Books {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Pool pool;

    Books(Pool pool) {
        this.pool = pool;
    }

    /** The first column of each row as text. */
    List<String> list(String sql, Object... values) {
        List<String> all = new ArrayList<>();
        pool.preparedQuery(sql)
                .execute(Tuple.from(values))
                .await()
                .atMost(PATIENCE)
                .forEach(row -> all.add(String.valueOf(row.getValue(0))));
        return all;
    }
}
