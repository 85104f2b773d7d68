package io.swiftcart.payment.voiding;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.OrderPayment;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.provider.PaymentProvider;
import io.swiftcart.payment.settling.PaymentBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Goes on undoing orders whose undoing was cut short: a closed payment must not hold money. */
@ApplicationScoped
class FinishUndoing {

    private static final int BATCH = 100;
    private static final int AT_ONCE = 8;

    private final PaymentBook book;
    private final PaymentProvider provider;
    private final UndoOrder undoOrder;

    FinishUndoing(PaymentBook book, PaymentProvider provider, UndoOrder undoOrder) {
        this.book = book;
        this.provider = provider;
        this.undoOrder = undoOrder;
    }

    @Scheduled(
            identity = "finish-undoing",
            every = "{swiftcart.payment.voiding.finish-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return provider.unavailable()
                ? Uni.createFrom().voidItem()
                : book.owed(BATCH).chain(this::undoAll);
    }

    private Uni<Void> undoAll(List<OrderPayment> owed) {
        return Multi.createFrom()
                .iterable(owed)
                .onItem()
                .transformToUni(this::undo)
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> undo(OrderPayment found) {
        return found instanceof Payment payment
                ? undoOrder
                        .with(payment.orderId(), String.valueOf(payment.closedReason()))
                        .onFailure()
                        .invoke(
                                failure ->
                                        Log.errorf(
                                                failure,
                                                "Payment %s could not be undone",
                                                payment.id()))
                        .onFailure()
                        .recoverWithNull()
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
