package io.swiftcart.order.erasing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.inbox.Consumption;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Listens to which customers are erased. */
@ApplicationScoped
class CustomerListener {
    private final Consumption consumption;
    private final EraseCustomer eraseCustomer;

    CustomerListener(Consumption consumption, EraseCustomer eraseCustomer) {
        this.consumption = consumption;
        this.eraseCustomer = eraseCustomer;
    }

    @Incoming("customers-erased")
    Uni<Void> on(Message<byte[]> message) {
        return consumption.of(message, CustomerErased.class, eraseCustomer::of);
    }
}
