package io.swiftcart.payment.capturing;

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

/** Takes all of the money that an authorised payment holds. */
@ApplicationScoped
class CapturePayment {

    private final TakeStep takeStep;

    CapturePayment(TakeStep takeStep) {
        this.takeStep = takeStep;
    }

    Uni<Taken> with(Payment.Id id, Attempt.Request request) {
        return takeStep.with(id, new Step(Operation.CAPTURE, request, CapturePayment::capturable));
    }

    private static long capturable(Payment payment) {
        if (!payment.allows(Operation.CAPTURE)) {
            throw new Problem(
                    PaymentProblem.PAYMENT_NOT_CAPTURABLE,
                    "The payment is " + payment.status().name() + ".");
        }
        return payment.terms().amount().minorUnits();
    }
}
