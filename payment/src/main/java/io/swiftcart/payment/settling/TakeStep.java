package io.swiftcart.payment.settling;

import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.Attempt;
import io.swiftcart.payment.domain.Change;
import io.swiftcart.payment.domain.Operation;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.provider.PaymentProvider;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Takes a step on an existing payment for a caller: opens it, asks the provider, settles it. The
 * caller's idempotency key stands for one step, so a repeat finds it, asks again while it is open,
 * and takes no second one.
 */
@ApplicationScoped
public class TakeStep {

    /**
     * A step that is wanted.
     *
     * @param amount the amount in minor units for the payment as it stands; throws a {@link
     *     Problem} where the step is not possible
     */
    public record Step(
            Operation operation, Attempt.Request request, ToLongFunction<Payment> amount) {}

    /**
     * Where a step stands.
     *
     * @param step its attempt; null when nothing had to be asked of the provider
     * @param repeated whether an earlier request brought its outcome
     */
    public record Taken(Payment payment, Attempt.@Nullable Id step, boolean repeated) {

        /** The step's attempt as it stands; empty when nothing had to be asked. */
        public Optional<Attempt> attempt() {
            return payment.attempts().stream()
                    .filter(attempt -> attempt.id().equals(step))
                    .findFirst();
        }
    }

    private final PaymentBook book;
    private final PaymentProvider provider;
    private final AskProvider askProvider;

    TakeStep(PaymentBook book, PaymentProvider provider, AskProvider askProvider) {
        this.book = book;
        this.provider = provider;
        this.askProvider = askProvider;
    }

    /** Takes the step on this payment as it was read, or as it stands if it has moved on since. */
    public Uni<Taken> on(Payment payment, Step step) {
        Optional<Attempt> earlier = payment.attemptOf(step.operation(), step.request());
        if (earlier.isPresent()) {
            return repeat(payment, earlier.get(), step);
        }
        if (payment.openAttempt().isPresent()) {
            throw PaymentAnswer.unresolved();
        }
        long amount = step.amount().applyAsLong(payment);
        if (provider.unavailable()) {
            throw PaymentAnswer.unavailable();
        }
        Attempt.Id id = new Attempt.Id(Ids.next());
        Change opened = payment.open(step.operation(), amount, id, step.request(), book.now());
        return book.write(opened)
                .chain(first -> first ? ask(opened.payment(), id) : onceMore(payment, step));
    }

    private Uni<Taken> onceMore(Payment payment, Step step) {
        return book.payment(payment.id()).chain(now -> on(now, step));
    }

    private Uni<Taken> ask(Payment payment, Attempt.Id id) {
        return askProvider.about(payment).map(asked -> new Taken(asked, id, false));
    }

    private Uni<Taken> repeat(Payment payment, Attempt earlier, Step step) {
        if (earlier.request() != null
                && !earlier.request().content().equals(step.request().content())) {
            throw new Problem(
                    CommonProblem.IDEMPOTENCY_KEY_REUSED,
                    "Use a new Idempotency-Key for another request.");
        }
        if (!earlier.status().open()) {
            return Uni.createFrom().item(new Taken(payment, earlier.id(), true));
        }
        return askProvider.again(payment).map(asked -> new Taken(asked, earlier.id(), false));
    }
}
