package io.swiftcart.payment.refunding;

import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.Attempt;
import io.swiftcart.payment.domain.Operation;
import io.swiftcart.payment.domain.OrderId;
import io.swiftcart.payment.domain.OrderPayment;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.settling.PaymentBook;
import io.swiftcart.payment.settling.TakeStep;
import io.swiftcart.payment.settling.TakeStep.Step;
import io.swiftcart.payment.settling.TakeStep.Taken;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives back money of an order, once for each refund id. */
@ApplicationScoped
class RefundOrder {

    private final PaymentBook book;
    private final TakeStep takeStep;

    RefundOrder(PaymentBook book, TakeStep takeStep) {
        this.book = book;
        this.takeStep = takeStep;
    }

    /** Where the refund stands afterwards; a problem with status 404 when nothing was ever paid. */
    Uni<Taken> with(OrderId orderId, OrderRefundRequest wanted) {
        Attempt.Request request =
                Attempt.Request.ofOrder(wanted.refundId(), orderId + "|" + wanted.content());
        Step step =
                new Step(
                        Operation.REFUND,
                        request,
                        payment -> RefundPayment.refundable(payment, wanted.amount()));
        return book.ofOrder(orderId).chain(found -> takeStep.on(paid(found), step));
    }

    private static Payment paid(OrderPayment found) {
        return switch (found) {
            case Payment payment -> payment;
            case OrderPayment.None _, OrderPayment.Closed _ ->
                    throw new Problem(CommonProblem.NOT_FOUND, "The order has no payment.");
        };
    }
}
