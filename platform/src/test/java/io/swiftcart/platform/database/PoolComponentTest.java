package io.swiftcart.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PoolComponentTest {
    /** As long as the statements that do the work of a whole transaction. */
    private static final int LONG = 10_000;

    @Inject Database database;

    @Test
    void a_long_statement_is_prepared_once_and_not_for_each_execution() {
        String mark = "/*" + "-".repeat(LONG) + "*/";

        Integer prepared =
                database.inTransaction(
                                tx ->
                                        once(tx, mark)
                                                .chain(() -> once(tx, mark))
                                                .chain(() -> prepared(tx, mark)))
                        .await()
                        .indefinitely();

        assertEquals(1, prepared);
    }

    private static Uni<Void> once(SqlConnection tx, String mark) {
        return tx.preparedQuery("select 1 " + mark).execute().replaceWithVoid();
    }

    private static Uni<Integer> prepared(SqlConnection tx, String mark) {
        return tx.preparedQuery(
                        "select count(*)::int from pg_prepared_statements where statement = $1")
                .execute(Tuple.of("select 1 " + mark))
                .map(rows -> rows.iterator().next().getInteger(0));
    }
}
