package io.swiftcart.things;

import io.quarkus.runtime.StartupEvent;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The database as a test sees it: waits for each answer. */
@ApplicationScoped
public class Sql {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Database database;

    Sql(Database database) {
        this.database = database;
    }

    void createTable(@Observes StartupEvent started) {
        rows(
                """
                create table if not exists thing (
                    name           text primary key,
                    correlation_id text,
                    times          int not null default 1
                )
                """);
    }

    public List<Row> rows(String query, Object... parameters) {
        List<Row> rows = new ArrayList<>();
        database.pool()
                .preparedQuery(query)
                .execute(Tuple.from(List.of(parameters)))
                .await()
                .atMost(PATIENCE)
                .forEach(rows::add);
        return rows;
    }

    public long count(String query, Object... parameters) {
        return rows(query, parameters).getFirst().getLong(0);
    }
}
