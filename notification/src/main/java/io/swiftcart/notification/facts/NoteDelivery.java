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

    private record Origin(String correlationId, String traceparent) {}

    Uni<Void> of(OrderFact fact, Kind kind) {
        Origin origin = new Origin(Correlation.current(), Correlation.traceparent());
        return database.inTransaction(
                tx ->
                        inbox.claim(tx, CONSUMER, fact.eventId())
                                .chain(
                                        isNew ->
                                                isNew
                                                        ? note(tx, fact, kind, origin)
                                                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> note(SqlConnection tx, OrderFact fact, Kind kind, Origin origin) {
        return deliveries.note(
                tx,
                fact.order().orderId(),
                kind,
                fact.content(kind),
                origin.correlationId(),
                origin.traceparent(),
                clock.instant());
    }
}
