package io.swiftcart.notification.facts;

import io.smallrye.mutiny.Uni;
import io.swiftcart.notification.deliveries.Kind;
import io.swiftcart.notification.faults.Faults;
import io.swiftcart.platform.inbox.Consumption;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hears how orders end, and what comes after. */
@ApplicationScoped
class OrderListener {
    private final Consumption consumption;
    private final NoteDelivery noteDelivery;
    private final Faults faults;

    OrderListener(Consumption consumption, NoteDelivery noteDelivery, Faults faults) {
        this.consumption = consumption;
        this.noteDelivery = noteDelivery;
        this.faults = faults;
    }

    @Incoming("orders-confirmed")
    Uni<Void> onConfirmed(Message<byte[]> message) {
        return hear(message, Kind.CONFIRMED);
    }

    @Incoming("orders-failed")
    Uni<Void> onFailed(Message<byte[]> message) {
        return hear(message, Kind.FAILED);
    }

    @Incoming("orders-cancelled")
    Uni<Void> onCancelled(Message<byte[]> message) {
        return hear(message, Kind.CANCELLED);
    }

    @Incoming("orders-refunded")
    Uni<Void> onRefunded(Message<byte[]> message) {
        return hear(message, Kind.REFUNDED);
    }

    private Uni<Void> hear(Message<byte[]> message, Kind kind) {
        return consumption.of(message, OrderFact.class, fact -> note(fact, kind));
    }

    private Uni<Void> note(OrderFact fact, Kind kind) {
        return faults.beforeFact(fact.eventId()).chain(() -> noteDelivery.of(fact, kind));
    }
}
