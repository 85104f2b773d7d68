package io.swiftcart.payment.refunding;

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
import io.swiftcart.platform.audit.Audit;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.identity.Caller;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Gives back what was captured, or a part of it, and never more. */
@ApplicationScoped
class RefundPayment {

    private final PaymentBook book;
    private final TakeStep takeStep;
    private final Audit audit;
    private final Database database;

    RefundPayment(PaymentBook book, TakeStep takeStep, Audit audit, Database database) {
        this.book = book;
        this.takeStep = takeStep;
        this.audit = audit;
        this.database = database;
    }

    Uni<Taken> with(Payment.Id id, RefundRequest wanted, Caller caller, Attempt.Request request) {
        Step step =
                new Step(
                        Operation.REFUND, request, payment -> refundable(payment, wanted.amount()));
        return writeDown(id, wanted.reason(), caller)
                .chain(() -> book.payment(Reader.of(caller), id))
                .chain(payment -> takeStep.on(payment, step));
    }

    /** As every request of an operator: before it is carried out, whatever becomes of it. */
    private Uni<Void> writeDown(Payment.Id id, @Nullable String reason, Caller caller) {
        return reason == null || !caller.manager()
                ? Uni.createFrom().voidItem()
                : audit.add(database.pool(), caller.id(), "payment.refund", id.toString(), reason);
    }

    static long refundable(Payment payment, @Nullable Long wanted) {
        long left = payment.refundable();
        long amount = wanted == null ? left : wanted;
        if (amount > left || left == 0) {
            throw new Problem(
                            PaymentProblem.REFUND_EXCEEDS_CAPTURED,
                            "At most " + left + " can be refunded.")
                    .with("refundable", left);
        }
        return amount;
    }
}
