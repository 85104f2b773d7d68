package io.swiftcart.notification;

import static org.awaitility.Awaitility.await;

import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Looks into the delivery table behind the service's back, and turns its clocks. */
@ApplicationScoped
class Books {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Database database;

    Books(Database database) {
        this.database = database;
    }

    void awaitStatus(UUID orderId, String status) {
        await().atMost(PATIENCE).until(() -> text("status", orderId).equals(status));
    }

    /** Waits until this many attempts have come to nothing. */
    void awaitAttempts(UUID orderId, int attempts) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                text(
                                                "attempts >= %d and last_error is not null"
                                                        .formatted(attempts),
                                                orderId)
                                        .equals("true"));
    }

    /** Lets the next attempt begin now. */
    void hurry(UUID orderId) {
        run("update delivery set due_at = now() where order_id = $1", orderId);
    }

    /** Nothing is known of an order: "". */
    String text(String column, UUID orderId) {
        List<String> found =
                list("select " + column + " from delivery where order_id = $1", orderId);
        return found.isEmpty() ? "" : found.getFirst();
    }

    /** The first column of what a query gives, as text. */
    List<String> list(String sql, Object... operands) {
        List<String> found = new ArrayList<>();
        for (Row row :
                database.pool()
                        .preparedQuery(sql)
                        .execute(Tuple.wrap(new ArrayList<>(List.of(operands))))
                        .await()
                        .atMost(PATIENCE)) {
            found.add(String.valueOf(row.getValue(0)));
        }
        return found;
    }

    void run(String sql, Object... operands) {
        list(sql, operands);
    }
}
