package io.swiftcart.payment.webhooks;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.OrderId;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.provider.PaymentProvider;
import io.swiftcart.payment.settling.AskProvider;
import io.swiftcart.payment.settling.PaymentBook;
import io.swiftcart.payment.settling.Sweep;
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

    private final Database database;
    private final ProviderEventRepository events;
    private final PaymentBook book;
    private final PaymentProvider provider;
    private final AskProvider askProvider;
    private final Clock clock;

    WorkOffEvents(
            Database database,
            ProviderEventRepository events,
            PaymentBook book,
            PaymentProvider provider,
            AskProvider askProvider,
            Clock clock) {
        this.database = database;
        this.events = events;
        this.book = book;
        this.provider = provider;
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

    /** While the breaker is open the events wait. */
    private Uni<Void> askAll(List<OrderId> orders) {
        return provider.unavailable()
                ? Uni.createFrom().voidItem()
                : Sweep.each(
                        orders,
                        this::ask,
                        order -> "The payment of order " + order + " could not be resolved");
    }

    private Uni<Payment> ask(OrderId orderId) {
        return book.ofOrder(orderId).onItem().castTo(Payment.class).chain(askProvider::again);
    }
}
