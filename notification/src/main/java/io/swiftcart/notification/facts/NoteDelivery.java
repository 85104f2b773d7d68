package io.swiftcart.notification.facts;

import io.smallrye.mutiny.Uni;
import io.swiftcart.notification.deliveries.Deliveries;
import io.swiftcart.notification.deliveries.Kind;
import io.swiftcart.notification.deliveries.Note;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Turns a fact into a delivery, once, and has the mails looked at. */
@ApplicationScoped
class NoteDelivery {
    private final Database database;
    private final Deliveries deliveries;
    private final Clock clock;

    NoteDelivery(Database database, Deliveries deliveries, Clock clock) {
        this.database = database;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    Uni<Void> of(OrderFact fact, Kind kind) {
        return deliveries
                .note(
                        database.pool(),
                        new Note(
                                fact.eventId(),
                                fact.order().orderId(),
                                kind,
                                fact.content(kind),
                                Correlation.current(),
                                Correlation.traceparent()),
                        clock.instant())
                .invoke(database::announce);
    }
}
