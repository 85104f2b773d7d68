package io.swiftcart.catalog.availability;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.inbox.Consumption;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Listens to what inventory says about stock. */
@ApplicationScoped
class StockListener {
    private final Consumption consumption;
    private final RecordAvailability recordAvailability;

    StockListener(Consumption consumption, RecordAvailability recordAvailability) {
        this.consumption = consumption;
        this.recordAvailability = recordAvailability;
    }

    @Incoming("stock-updated")
    Uni<Void> on(Message<byte[]> message) {
        return consumption.of(message, StockUpdated.class, recordAvailability::with);
    }
}
