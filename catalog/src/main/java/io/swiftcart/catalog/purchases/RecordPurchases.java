package io.swiftcart.catalog.purchases;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.purchases.OrderConfirmed.Item;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.inbox.Inbox;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.UUID;

/** Remembers what a customer has bought, once for each SKU. Idempotent by event id. */
@ApplicationScoped
class RecordPurchases {
    private static final String CONSUMER = "purchases";

    /** In order, so that two orders of one customer never wait for each other in a ring. */
    private static final String RECORD =
            """
            insert into purchase (user_id, sku, order_id, bought_at)
            select $1, sku, $3, $4 from unnest($2::text[]) as sku order by sku
            on conflict do nothing
            """;

    private final Database database;
    private final Inbox inbox;

    RecordPurchases(Database database, Inbox inbox) {
        this.database = database;
        this.inbox = inbox;
    }

    Uni<Void> with(OrderConfirmed fact) {
        String userId = fact.order().userId();
        return userId == null
                ? Uni.createFrom().voidItem()
                : database.inTransaction(tx -> once(tx, fact, userId));
    }

    private Uni<Void> once(SqlConnection tx, OrderConfirmed fact, String userId) {
        return inbox.claim(tx, CONSUMER, fact.eventId())
                .chain(isNew -> isNew ? record(tx, fact, userId) : Uni.createFrom().voidItem());
    }

    private static Uni<Void> record(SqlConnection tx, OrderConfirmed fact, String userId) {
        String[] skus =
                fact.order().items().stream().map(Item::sku).distinct().toArray(String[]::new);
        UUID orderId = fact.order().orderId();
        Tuple values = Tuple.of(userId, skus, orderId, fact.occurredAt().atOffset(ZoneOffset.UTC));
        return tx.preparedQuery(RECORD).execute(values).replaceWithVoid();
    }
}
