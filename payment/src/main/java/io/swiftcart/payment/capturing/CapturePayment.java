package io.swiftcart.payment.capturing;

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

/** Takes all of the money that an authorised payment holds. */
@ApplicationScoped
class CapturePayment {

    private final PaymentBook book;
    private final TakeStep takeStep;

    CapturePayment(PaymentBook book, TakeStep takeStep) {
        this.book = book;
        this.takeStep = takeStep;
    }

    Uni<Taken> with(Payment.Id id, Reader reader, Attempt.Request request) {
        Step step = new Step(Operation.CAPTURE, request, CapturePayment::capturable);
        return book.payment(reader, id).chain(payment -> takeStep.on(payment, step));
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
