package io.swiftcart.payment.provider;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * One request to Stripe, possibly sent several times. Remembers whether any of the tries may have
 * arrived, because the failure that ends the last try (an open breaker, say) tells nothing about
 * those before. A call that has been abandoned is never sent: one that waits for its turn in the
 * bulkhead gets it even after its time is over.
 */
final class StripeCall<T> {

    private enum Fate {
        NOT_SENT,
        MAY_HAVE_ARRIVED,
        ABANDONED
    }

    private final Function<StripeApi, Uni<T>> request;
    private final AtomicReference<Fate> fate = new AtomicReference<>(Fate.NOT_SENT);

    StripeCall(Function<StripeApi, Uni<T>> request) {
        this.request = request;
    }

    /** Sends it once; what fails is a {@link StripeFailure}. */
    Uni<T> send(StripeApi api) {
        Fate before = fate.getAndUpdate(StripeCall::sent);
        if (before == Fate.ABANDONED) {
            return Uni.createFrom().failure(StripeFailure.Unavailable.abandoned());
        }
        return request.apply(api)
                .onFailure(failure -> !(failure instanceof StripeFailure))
                .transform(StripeFailure.Unavailable::because)
                .onFailure(StripeCall::neverArrived)
                .invoke(() -> fate.compareAndSet(Fate.MAY_HAVE_ARRIVED, before));
    }

    /**
     * Gives the call up, so that what has not been sent never will be. Whether it may have arrived
     * nevertheless.
     */
    boolean abandon() {
        return !fate.compareAndSet(Fate.NOT_SENT, Fate.ABANDONED)
                && fate.get() == Fate.MAY_HAVE_ARRIVED;
    }

    private static Fate sent(Fate before) {
        return before == Fate.ABANDONED ? before : Fate.MAY_HAVE_ARRIVED;
    }

    private static boolean neverArrived(Throwable failure) {
        return switch (failure) {
            case StripeFailure.Unavailable unavailable -> !unavailable.mayHaveArrived();
            case StripeFailure.Refused refused -> refused.unheard();
            default -> false;
        };
    }
}
