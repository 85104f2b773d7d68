package io.swiftcart.payment;

import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads what the ledger has booked. */
@ApplicationScoped
class Books {

    private final Database database;

    Books(Database database) {
        this.database = database;
    }

    /** Each entry of an order as {@code SIDE account amount}, in the order of booking. */
    List<String> of(String orderId) {
        return StreamSupport.stream(
                        database.pool()
                                .preparedQuery(
                                        "select format('%s %s %s %s', side, account, amount, currency)"
                                                + " from ledger_entry where order_id = $1"
                                                + " order by booked_at, side desc")
                                .execute(Tuple.of(UUID.fromString(orderId)))
                                .await()
                                .atMost(Duration.ofSeconds(10))
                                .spliterator(),
                        false)
                .map(row -> row.getString(0))
                .toList();
    }

    /** What operators did to this, and why, in their words. */
    List<String> audited(String subject) {
        return StreamSupport.stream(
                        database.pool()
                                .preparedQuery(
                                        "select action || ': ' || reason from audit_entry where subject = $1")
                                .execute(Tuple.of(subject))
                                .await()
                                .atMost(Duration.ofSeconds(10))
                                .spliterator(),
                        false)
                .map(row -> row.getString(0))
                .toList();
    }

    /** Runs a statement, as somebody with the database's password might. */
    int run(String sql, String orderId) {
        return database.pool()
                .preparedQuery(sql)
                .execute(Tuple.of(UUID.fromString(orderId)))
                .await()
                .atMost(Duration.ofSeconds(10))
                .rowCount();
    }
}
