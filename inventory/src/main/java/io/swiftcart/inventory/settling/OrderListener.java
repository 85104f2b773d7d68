package io.swiftcart.inventory.settling;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.inbox.Consumption;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Listens to what becomes of orders. A confirmed order commits its hold. A failed or cancelled one
 * was released by command already; its fact is the safety net for a command that never arrived.
 */
@ApplicationScoped
class OrderListener {
    private final Consumption consumption;
    private final CommitHold commitHold;
    private final ReleaseHold releaseHold;

    OrderListener(Consumption consumption, CommitHold commitHold, ReleaseHold releaseHold) {
        this.consumption = consumption;
        this.commitHold = commitHold;
        this.releaseHold = releaseHold;
    }

    @Incoming("orders-confirmed")
    Uni<Void> confirmed(Message<byte[]> message) {
        return consumption.of(message, OrderConfirmed.class, commitHold::of);
    }

    @Incoming("orders-failed")
    Uni<Void> failed(Message<byte[]> message) {
        return consumption.of(message, OrderEnded.class, releaseHold::of);
    }

    @Incoming("orders-cancelled")
    Uni<Void> cancelled(Message<byte[]> message) {
        return consumption.of(message, OrderEnded.class, releaseHold::of);
    }
}
