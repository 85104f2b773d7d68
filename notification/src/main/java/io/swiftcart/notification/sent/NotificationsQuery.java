package io.swiftcart.notification.sent;

import io.smallrye.mutiny.Uni;
import io.swiftcart.notification.sent.NotificationsView.OrderNotifications;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads deliveries by order. */
@ApplicationScoped
class NotificationsQuery {
    private static final String PAGE =
            """
            select order_id, array_agg(lower(kind) order by kind) as kinds from delivery
            where $1::uuid is null or order_id > $1 group by order_id order by order_id limit $2
            """;

    private final Database database;

    NotificationsQuery(Database database) {
        this.database = database;
    }

    Uni<NotificationsView> page(@Nullable UUID after, int limit) {
        return database.pool()
                .preparedQuery(PAGE)
                .execute(Tuple.of(after, limit))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(NotificationsQuery::item)
                                        .toList())
                .map(items -> NotificationsView.of(items, limit));
    }

    private static OrderNotifications item(Row row) {
        return new OrderNotifications(
                row.getUUID("order_id"), List.of(row.getArrayOfStrings("kinds")));
    }
}
