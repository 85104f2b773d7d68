package io.swiftcart.payment.settling;

import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.Attempt;
import io.swiftcart.payment.domain.Change;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.domain.ProviderReply;
import io.swiftcart.payment.provider.PaymentProvider;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Asks the provider about a payment's open attempt and records the reply. Repeating it is harmless:
 * the provider knows the attempt by its key, and the first reply that is written settles it. Not in
 * a transaction.
 */
@ApplicationScoped
public class AskProvider {

    private final PaymentProvider provider;
    private final PaymentBook book;

    AskProvider(PaymentProvider provider, PaymentBook book) {
        this.provider = provider;
        this.book = book;
    }

    /**
     * Asks for the attempt that the caller has just opened; gives the payment as it is afterwards.
     */
    public Uni<Payment> about(Payment payment) {
        return provider.ask(payment, payment.openAttempt().orElseThrow())
                .chain(reply -> settle(payment, reply));
    }

    /**
     * Asks again about an open attempt unless somebody is waiting for its answer; gives the payment
     * afterwards.
     */
    public Uni<Payment> again(Payment payment) {
        boolean unattended =
                payment.openAttempt().filter(open -> open.unattended(book.now())).isPresent();
        if (!unattended) {
            return Uni.createFrom().item(payment);
        }
        Change asking = payment.askAgain(book.now());
        return book.write(asking)
                .chain(first -> first ? about(asking.payment()) : book.payment(payment.id()));
    }

    private Uni<Payment> settle(Payment asked, ProviderReply reply) {
        Change settled = asked.settle(reply, book.now());
        return book.write(settled)
                .chain(
                        written ->
                                written
                                        ? Uni.createFrom().item(settled.payment())
                                        : settleLater(asked, reply));
    }

    /**
     * Somebody changed the payment meanwhile: settle what they left, if they left the attempt open.
     */
    private Uni<Payment> settleLater(Payment asked, ProviderReply reply) {
        return book.payment(asked.id())
                .chain(
                        current ->
                                sameAttemptIsOpen(current, asked)
                                        ? settle(current, reply)
                                        : Uni.createFrom().item(current));
    }

    private static boolean sameAttemptIsOpen(Payment current, Payment asked) {
        return current.openAttempt().map(Attempt::id).equals(asked.openAttempt().map(Attempt::id));
    }
}
