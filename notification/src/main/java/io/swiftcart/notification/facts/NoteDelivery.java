package io.swiftcart.notification.facts;

import io.smallrye.mutiny.Uni;
import io.swiftcart.notification.deliveries.Deliveries;
import io.swiftcart.notification.deliveries.Kind;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.inbox.Inbox;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Turns a fact into a delivery, once. */
@ApplicationScoped
class NoteDelivery {
    private static final String CONSUMER = "notification";

    private final Database database;
    private final Inbox inbox;
    private final Deliveries deliveries;
    private final Clock clock;

    NoteDelivery(Database database, Inbox inbox, Deliveries deliveries, Clock clock) {
        this.database = database;
        this.inbox = inbox;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    Uni<Void> of(OrderFact fact, Kind kind) {
        String correlationId = Correlation.current();
        return database.inTransaction(
                tx ->
                        inbox.claim(tx, CONSUMER, fact.eventId())
                                .chain(
                                        isNew ->
                                                isNew
                                                        ? note(tx, fact, kind, correlationId)
                                                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> note(SqlConnection tx, OrderFact fact, Kind kind, String correlationId) {
        return deliveries.note(
                tx,
                fact.order().orderId(),
                kind,
                fact.content(kind),
                correlationId,
                clock.instant());
    }
}
