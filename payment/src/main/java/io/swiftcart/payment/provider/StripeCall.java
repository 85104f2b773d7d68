package io.swiftcart.payment.provider;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/**
 * One request to Stripe, possibly sent several times. Remembers whether any of the tries may have
 * arrived, because the failure that ends the last try (an open breaker, say) tells nothing about
 * those before.
 */
final class StripeCall<T> {

    private final Function<StripeApi, Uni<T>> request;
    private volatile boolean mayHaveArrived;

    StripeCall(Function<StripeApi, Uni<T>> request) {
        this.request = request;
    }

    /** Sends it once; what fails is a {@link StripeFailure}. */
    Uni<T> send(StripeApi api) {
        boolean before = mayHaveArrived;
        mayHaveArrived = true;
        return request.apply(api)
                .onFailure(failure -> !(failure instanceof StripeFailure))
                .transform(StripeFailure.Unavailable::because)
                .onFailure(StripeCall::neverArrived)
                .invoke(() -> mayHaveArrived = before);
    }

    boolean mayHaveArrived() {
        return mayHaveArrived;
    }

    private static boolean neverArrived(Throwable failure) {
        return switch (failure) {
            case StripeFailure.Unavailable unavailable -> !unavailable.mayHaveArrived();
            case StripeFailure.Refused refused -> refused.unheard();
            default -> false;
        };
    }
}
