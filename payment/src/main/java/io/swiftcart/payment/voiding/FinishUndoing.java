package io.swiftcart.payment.voiding;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.OrderPayment;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.provider.PaymentProvider;
import io.swiftcart.payment.settling.PaymentBook;
import io.swiftcart.payment.settling.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Goes on undoing orders whose undoing was cut short: a closed payment must not hold money. */
@ApplicationScoped
class FinishUndoing {

    private static final int BATCH = 100;

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
        return Sweep.each(
                Payment.among(owed),
                this::undo,
                payment -> "Payment " + payment.id() + " could not be undone");
    }

    private Uni<OrderPayment> undo(Payment payment) {
        return undoOrder.with(payment.orderId(), String.valueOf(payment.closedReason()));
    }
}
