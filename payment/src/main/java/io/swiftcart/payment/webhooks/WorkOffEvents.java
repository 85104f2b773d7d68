package io.swiftcart.payment.webhooks;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.OrderId;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.settling.AskProvider;
import io.swiftcart.payment.settling.PaymentBook;
import io.swiftcart.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * Asks the provider about the open attempts of orders that it has told something about, without
 * waiting for the sweep.
 */
@ApplicationScoped
class WorkOffEvents {

    private static final int BATCH = 500;
    private static final int AT_ONCE = 8;

    private final Database database;
    private final ProviderEventRepository events;
    private final PaymentBook book;
    private final AskProvider askProvider;
    private final Clock clock;

    WorkOffEvents(
            Database database,
            ProviderEventRepository events,
            PaymentBook book,
            AskProvider askProvider,
            Clock clock) {
        this.database = database;
        this.events = events;
        this.book = book;
        this.askProvider = askProvider;
        this.clock = clock;
    }

    @Scheduled(
            identity = "work-off-events",
            every = "{swiftcart.payment.webhooks.work-off-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return events.workOff(database.pool(), clock.instant(), BATCH).chain(this::askAll);
    }

    private Uni<Void> askAll(List<OrderId> orders) {
        return Multi.createFrom()
                .iterable(orders)
                .onItem()
                .transformToUni(this::ask)
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> ask(OrderId orderId) {
        return book.ofOrder(orderId)
                .onItem()
                .castTo(Payment.class)
                .chain(askProvider::again)
                .onFailure()
                .invoke(
                        failure ->
                                Log.errorf(
                                        failure,
                                        "The payment of order %s could not be resolved",
                                        orderId))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
