package io.swiftcart.payment.authorizing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.PaymentProblem;
import io.swiftcart.payment.domain.Attempt;
import io.swiftcart.payment.domain.Change;
import io.swiftcart.payment.domain.Operation;
import io.swiftcart.payment.domain.OrderPayment;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.provider.PaymentProvider;
import io.swiftcart.payment.settling.AskProvider;
import io.swiftcart.payment.settling.PaymentAnswer;
import io.swiftcart.payment.settling.PaymentBook;
import io.swiftcart.payment.settling.Reader;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Takes the money of an order, once. The first request writes the payment and its attempt, then
 * asks the provider; every other request for the order ends at that payment. While the provider's
 * breaker is open nothing new is written.
 */
@ApplicationScoped
class AuthorizePayment {

    private final PaymentBook book;
    private final PaymentProvider provider;
    private final AskProvider askProvider;

    AuthorizePayment(PaymentBook book, PaymentProvider provider, AskProvider askProvider) {
        this.book = book;
        this.provider = provider;
        this.askProvider = askProvider;
    }

    Uni<Authorized> with(PaymentRequest request, Reader caller, String key) {
        Attempt.Request asked = new Attempt.Request(caller.id(), key, request.content());
        Change begun =
                Payment.begin(
                        new Payment.Id(Ids.next()),
                        request.order(),
                        request.terms(),
                        provider.name(),
                        new Attempt.Id(Ids.next()),
                        asked,
                        book.now());
        if (provider.unavailable()) {
            return repeat(begun.payment(), caller, asked);
        }
        return book.write(begun)
                .chain(
                        first ->
                                first
                                        ? ask(begun.payment())
                                        : repeat(begun.payment(), caller, asked));
    }

    private Uni<Authorized> ask(Payment payment) {
        return askProvider.about(payment).map(asked -> new Authorized(sent(asked), false));
    }

    private Uni<Authorized> repeat(Payment wanted, Reader caller, Attempt.Request asked) {
        return book.ofOrder(wanted.orderId()).chain(found -> goOn(found, wanted, caller, asked));
    }

    private Uni<Authorized> goOn(
            OrderPayment found, Payment wanted, Reader caller, Attempt.Request asked) {
        return switch (found) {
            case OrderPayment.None _ -> throw PaymentAnswer.unavailable();
            case OrderPayment.Closed _ -> throw closed();
            case Payment payment -> {
                if (!caller.manager() && !payment.isAskedForBy(caller.id())) {
                    throw somebodyElses();
                }
                check(payment, wanted, asked);
                yield goOn(payment, caller, asked);
            }
        };
    }

    private Uni<Authorized> goOn(Payment payment, Reader caller, Attempt.Request asked) {
        if (payment.allows(Operation.AUTHORIZE)) {
            return authorizeUnsent(payment, caller, asked);
        }
        if (payment.openAttempt().isPresent()) {
            return askProvider
                    .again(payment)
                    .map(answered -> new Authorized(sent(answered), false));
        }
        return Uni.createFrom().item(new Authorized(payment, true));
    }

    /** An earlier request wrote the payment, but nothing reached the provider. */
    private Uni<Authorized> authorizeUnsent(Payment payment, Reader caller, Attempt.Request asked) {
        if (provider.unavailable()) {
            throw PaymentAnswer.unavailable();
        }
        Change opened =
                payment.open(
                        Operation.AUTHORIZE,
                        payment.terms().amount().minorUnits(),
                        new Attempt.Id(Ids.next()),
                        asked,
                        book.now());
        return book.write(opened)
                .chain(first -> first ? ask(opened.payment()) : repeat(payment, caller, asked));
    }

    private static void check(Payment payment, Payment wanted, Attempt.Request asked) {
        boolean other = !payment.terms().equals(wanted.terms());
        if (other && payment.attemptOf(Operation.AUTHORIZE, asked).isPresent()) {
            throw new Problem(
                    CommonProblem.IDEMPOTENCY_KEY_REUSED,
                    "Use a new Idempotency-Key for another request.");
        }
        if (other) {
            throw new Problem(
                    PaymentProblem.PAYMENT_TERMS_DIFFER,
                    "Amount, currency and payment method of an order's payment cannot be changed.");
        }
        if (payment.closedReason() != null && payment.status() != Payment.Status.FAILED) {
            throw closed();
        }
    }

    /** Refuses an outcome that is none: nothing was sent, or the order was undone meanwhile. */
    private static Payment sent(Payment asked) {
        if (asked.status() == Payment.Status.PENDING) {
            throw PaymentAnswer.unavailable();
        }
        boolean undone = asked.closedReason() != null && asked.status() != Payment.Status.FAILED;
        if (undone && asked.openAttempt().isEmpty()) {
            throw closed();
        }
        return asked;
    }

    private static Problem somebodyElses() {
        return new Problem(
                PaymentProblem.PAYMENT_TERMS_DIFFER,
                "Somebody else has asked for the payment of this order.");
    }

    private static Problem closed() {
        return new Problem(PaymentProblem.PAYMENT_CLOSED, "The order cannot be paid for any more.");
    }
}
