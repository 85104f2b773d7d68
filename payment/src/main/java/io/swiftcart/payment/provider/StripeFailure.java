package io.swiftcart.payment.provider;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Why a call to Stripe brought no result. Carries no stack trace: it is the weather, not a defect.
 */
abstract sealed class StripeFailure extends RuntimeException {

    private StripeFailure(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }

    /**
     * Stripe answered, and the answer is no (4xx). It is up and well: the breaker does not count
     * this.
     */
    static final class Refused extends StripeFailure {
        private final int status;
        private final transient StripeMessages.Refusal refusal;

        Refused(int status, StripeMessages.Refusal refusal) {
            super("HTTP " + status + " " + refusal.reason(), null);
            this.status = status;
            this.refusal = refusal;
        }

        /**
         * Whether Stripe turned us away before it looked: our key or rights are wrong, or we are
         * too many.
         */
        boolean unheard() {
            return status == 401 || status == 403 || status == 429;
        }

        int status() {
            return status;
        }

        StripeMessages.Refusal refusal() {
            return refusal;
        }
    }

    /**
     * Stripe could not be reached, broke off, or answered 5xx. Counts for the breaker and is worth
     * a retry.
     */
    static final class Unavailable extends StripeFailure {
        private final boolean arrived;

        private Unavailable(String message, boolean arrived, @Nullable Throwable cause) {
            super(message, cause);
            this.arrived = arrived;
        }

        static Unavailable answered(int status) {
            return new Unavailable("HTTP " + status, true, null);
        }

        /** It was given up before it was sent. */
        static Unavailable abandoned() {
            return new Unavailable("given up before its turn came", false, null);
        }

        /**
         * A failure of the connection; only a connection that was never made proves that nothing
         * arrived.
         */
        static Unavailable because(Throwable failure) {
            return new Unavailable(
                    failure.getClass().getSimpleName(), !neverConnected(failure), failure);
        }

        /** Whether the request may have been received. */
        boolean mayHaveArrived() {
            return arrived;
        }

        private static boolean neverConnected(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof ConnectException
                        || cause instanceof UnknownHostException
                        || cause instanceof NoRouteToHostException) {
                    return true;
                }
            }
            return false;
        }
    }
}
