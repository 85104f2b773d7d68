package io.swiftcart.order.refunding;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.inbox.Consumption;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Listens to what payment has given back, on whoever's word. */
@ApplicationScoped
class RefundListener {
    private final Consumption consumption;
    private final LearnRefund learnRefund;

    RefundListener(Consumption consumption, LearnRefund learnRefund) {
        this.consumption = consumption;
        this.learnRefund = learnRefund;
    }

    @Incoming("payments-refunded")
    Uni<Void> on(Message<byte[]> message) {
        return consumption.of(message, PaymentRefunded.class, learnRefund::of);
    }
}
