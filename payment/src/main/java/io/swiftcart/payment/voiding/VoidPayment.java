package io.swiftcart.payment.voiding;

import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.PaymentProblem;
import io.swiftcart.payment.domain.Attempt;
import io.swiftcart.payment.domain.Operation;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.settling.PaymentBook;
import io.swiftcart.payment.settling.Reader;
import io.swiftcart.payment.settling.TakeStep;
import io.swiftcart.payment.settling.TakeStep.Step;
import io.swiftcart.payment.settling.TakeStep.Taken;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets go of the money that an authorised payment holds. A payment of which nothing was sent is
 * void at once.
 */
@ApplicationScoped
class VoidPayment {

    private final PaymentBook book;
    private final TakeStep takeStep;

    VoidPayment(PaymentBook book, TakeStep takeStep) {
        this.book = book;
        this.takeStep = takeStep;
    }

    Uni<Taken> with(Payment.Id id, Reader reader, Attempt.Request request) {
        return book.payment(reader, id).chain(payment -> on(payment, request));
    }

    private Uni<Taken> on(Payment payment, Attempt.Request request) {
        return switch (payment.status()) {
            case PENDING ->
                    book.write(payment.voidUnsent(book.now()))
                            .chain(() -> book.payment(payment.id()))
                            .chain(now -> on(now, request));
            case VOIDED -> Uni.createFrom().item(new Taken(payment, null, true));
            case PROCESSING, UNKNOWN, AUTHORIZED, SUCCEEDED, FAILED, PARTIALLY_REFUNDED, REFUNDED ->
                    takeStep.on(payment, new Step(Operation.VOID, request, VoidPayment::voidable));
        };
    }

    private static long voidable(Payment payment) {
        if (!payment.allows(Operation.VOID)) {
            throw new Problem(
                    PaymentProblem.PAYMENT_NOT_VOIDABLE,
                    "The payment is " + payment.status().name() + ".");
        }
        return payment.terms().amount().minorUnits();
    }
}
