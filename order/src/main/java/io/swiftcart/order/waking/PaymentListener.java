package io.swiftcart.order.waking;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.inbox.Consumption;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Listens to which payments are known. */
@ApplicationScoped
class PaymentListener {
    private final Consumption consumption;
    private final WakeCheckout wakeCheckout;

    PaymentListener(Consumption consumption, WakeCheckout wakeCheckout) {
        this.consumption = consumption;
        this.wakeCheckout = wakeCheckout;
    }

    @Incoming("payments-succeeded")
    Uni<Void> onSucceeded(Message<byte[]> message) {
        return consumption.of(message, PaymentSettled.class, wakeCheckout::of);
    }

    @Incoming("payments-failed")
    Uni<Void> onFailed(Message<byte[]> message) {
        return consumption.of(message, PaymentSettled.class, wakeCheckout::of);
    }
}
