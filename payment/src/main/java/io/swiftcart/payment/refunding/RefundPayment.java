package io.swiftcart.payment.refunding;

import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.PaymentProblem;
import io.swiftcart.payment.domain.Attempt;
import io.swiftcart.payment.domain.Operation;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.settling.TakeStep;
import io.swiftcart.payment.settling.TakeStep.Step;
import io.swiftcart.payment.settling.TakeStep.Taken;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Gives back what was captured, or a part of it, and never more. */
@ApplicationScoped
class RefundPayment {

    private final TakeStep takeStep;

    RefundPayment(TakeStep takeStep) {
        this.takeStep = takeStep;
    }

    Uni<Taken> with(Payment.Id id, @Nullable Long amount, Attempt.Request request) {
        return takeStep.with(
                id, new Step(Operation.REFUND, request, payment -> refundable(payment, amount)));
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
