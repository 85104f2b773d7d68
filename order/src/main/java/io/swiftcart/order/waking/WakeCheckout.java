package io.swiftcart.order.waking;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.checkout.CheckoutRunner;
import io.swiftcart.order.checkout.Checkouts;
import io.swiftcart.order.checkout.Saga;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.core.eventbus.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Has a checkout that waits for its payment ask again at once. No inbox row is needed: one that is
 * woken twice asks twice, and ends once. A fact that comes while nothing waits yet changes nothing;
 * then the sweep asks.
 */
@ApplicationScoped
class WakeCheckout {
    private final Database database;
    private final Checkouts checkouts;
    private final EventBus bus;

    WakeCheckout(Database database, Checkouts checkouts, EventBus bus) {
        this.database = database;
        this.checkouts = checkouts;
        this.bus = bus;
    }

    Uni<Void> of(PaymentSettled fact) {
        return checkouts
                .takeWaitingForPayment(database.pool(), fact.payment().orderId())
                .invoke(this::run)
                .replaceWithVoid();
    }

    private void run(@Nullable Saga woken) {
        if (woken != null) {
            bus.send(CheckoutRunner.ADDRESS, woken);
        }
    }
}
