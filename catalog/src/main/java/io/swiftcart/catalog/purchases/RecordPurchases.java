package io.swiftcart.catalog.purchases;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.purchases.OrderConfirmed.Item;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.inbox.Inbox;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;

/** Remembers what a customer has bought, once for each SKU. Idempotent by event id. */
@ApplicationScoped
class RecordPurchases {
    private static final String CONSUMER = "purchases";

    /** In order, so that two orders of one customer never wait for each other in a ring. */
    private static final String RECORD =
            Inbox.WITH_FRESH
                    + """
                    insert into purchase (user_id, sku, order_id, bought_at)
                    select $3, sku, $5, $6 from fresh, unnest($4::text[]) as sku order by sku
                    on conflict do nothing
                    """;

    private final Database database;

    RecordPurchases(Database database) {
        this.database = database;
    }

    Uni<Void> with(OrderConfirmed fact) {
        OrderConfirmed.Order order = fact.order();
        if (order.userId() == null) {
            return Uni.createFrom().voidItem();
        }
        String[] skus = order.items().stream().map(Item::sku).distinct().toArray(String[]::new);
        Tuple values =
                Tuple.of(
                        CONSUMER,
                        fact.eventId(),
                        order.userId(),
                        skus,
                        order.orderId(),
                        fact.occurredAt().atOffset(ZoneOffset.UTC));
        return database.pool().preparedQuery(RECORD).execute(values).replaceWithVoid();
    }
}
