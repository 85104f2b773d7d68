package io.swiftcart.notification.facts;

import io.smallrye.mutiny.Uni;
import io.swiftcart.notification.deliveries.Kind;
import io.swiftcart.platform.inbox.Consumption;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hears how orders end. */
@ApplicationScoped
class OrderListener {
    private final Consumption consumption;
    private final NoteDelivery noteDelivery;

    OrderListener(Consumption consumption, NoteDelivery noteDelivery) {
        this.consumption = consumption;
        this.noteDelivery = noteDelivery;
    }

    @Incoming("orders-confirmed")
    Uni<Void> onConfirmed(Message<byte[]> message) {
        return consumption.of(
                message, OrderFact.class, fact -> noteDelivery.of(fact, Kind.CONFIRMED));
    }

    @Incoming("orders-failed")
    Uni<Void> onFailed(Message<byte[]> message) {
        return consumption.of(message, OrderFact.class, fact -> noteDelivery.of(fact, Kind.FAILED));
    }

    @Incoming("orders-cancelled")
    Uni<Void> onCancelled(Message<byte[]> message) {
        return consumption.of(
                message, OrderFact.class, fact -> noteDelivery.of(fact, Kind.CANCELLED));
    }
}
