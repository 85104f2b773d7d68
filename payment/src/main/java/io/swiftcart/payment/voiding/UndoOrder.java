package io.swiftcart.payment.voiding;

import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.Attempt;
import io.swiftcart.payment.domain.Change;
import io.swiftcart.payment.domain.Operation;
import io.swiftcart.payment.domain.OrderId;
import io.swiftcart.payment.domain.OrderPayment;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.provider.PaymentProvider;
import io.swiftcart.payment.settling.AskProvider;
import io.swiftcart.payment.settling.PaymentBook;
import io.swiftcart.platform.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Undoes the payment of an order, whatever it has come to: unknown order → tombstone; reserved →
 * let go; taken → given back in full; outcome open → asked for first. Harmless to repeat. The mark
 * is written before anything else, so an order that is undone cannot be paid for any more even if
 * the rest takes time.
 */
@ApplicationScoped
class UndoOrder {

    /** Mark, resolve, undo, and as many losses against somebody who writes at the same time. */
    private static final int ROUNDS_MAX = 6;

    private final PaymentBook book;
    private final PaymentProvider provider;
    private final AskProvider askProvider;

    UndoOrder(PaymentBook book, PaymentProvider provider, AskProvider askProvider) {
        this.book = book;
        this.provider = provider;
        this.askProvider = askProvider;
    }

    /** What is left afterwards; money may still be held if the provider was silent or refused. */
    Uni<OrderPayment> with(OrderId orderId, String reason) {
        return round(orderId, reason, ROUNDS_MAX);
    }

    private Uni<OrderPayment> round(OrderId orderId, String reason, int roundsLeft) {
        return book.ofOrder(orderId)
                .chain(
                        found ->
                                switch (found) {
                                    case OrderPayment.None _ ->
                                            leaveTombstone(orderId, reason, roundsLeft);
                                    case OrderPayment.Closed closed -> done(closed);
                                    case Payment payment -> undo(payment, reason, roundsLeft);
                                });
    }

    private Uni<OrderPayment> leaveTombstone(OrderId orderId, String reason, int roundsLeft) {
        return book.close(orderId, provider.name(), reason)
                .chain(
                        first ->
                                first
                                        ? done(new OrderPayment.Closed(orderId))
                                        : round(orderId, reason, roundsLeft - 1));
    }

    private Uni<OrderPayment> undo(Payment payment, String reason, int roundsLeft) {
        if (roundsLeft == 0) {
            return done(payment);
        }
        if (payment.closedReason() == null) {
            return book.write(payment.close(reason, book.now()))
                    .chain(() -> round(payment.orderId(), reason, roundsLeft - 1));
        }
        if (payment.openAttempt().isPresent()) {
            return askProvider.again(payment).chain(asked -> goOn(asked, reason, roundsLeft));
        }
        if (provider.unavailable() || !payment.mayBeUndone(book.now())) {
            return done(payment);
        }
        if (payment.allows(Operation.VOID)) {
            return step(
                    payment,
                    Operation.VOID,
                    payment.terms().amount().minorUnits(),
                    reason,
                    roundsLeft);
        }
        if (payment.allows(Operation.REFUND)) {
            return step(payment, Operation.REFUND, payment.refundable(), reason, roundsLeft);
        }
        return done(payment);
    }

    private Uni<OrderPayment> goOn(Payment asked, String reason, int roundsLeft) {
        return asked.openAttempt().isPresent() ? done(asked) : undo(asked, reason, roundsLeft - 1);
    }

    private Uni<OrderPayment> step(
            Payment payment, Operation operation, long amount, String reason, int roundsLeft) {
        Change opened =
                payment.open(operation, amount, new Attempt.Id(Ids.next()), null, book.now());
        return book.write(opened)
                .chain(
                        first ->
                                first
                                        ? askProvider.about(opened.payment()).map(asked -> asked)
                                        : round(payment.orderId(), reason, roundsLeft - 1));
    }

    private static Uni<OrderPayment> done(OrderPayment left) {
        return Uni.createFrom().item(left);
    }
}
