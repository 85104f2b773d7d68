package io.swiftcart.catalog.purchases;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.inbox.Consumption;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Listens to which orders were confirmed. */
@ApplicationScoped
class OrderListener {
    private final Consumption consumption;
    private final RecordPurchases recordPurchases;

    OrderListener(Consumption consumption, RecordPurchases recordPurchases) {
        this.consumption = consumption;
        this.recordPurchases = recordPurchases;
    }

    @Incoming("orders-confirmed")
    Uni<Void> on(Message<byte[]> message) {
        return consumption.of(message, OrderConfirmed.class, recordPurchases::with);
    }
}
