package io.swiftcart.payment.provider;

import io.swiftcart.payment.domain.Operation;
import io.swiftcart.payment.domain.ProviderReply;
import io.swiftcart.payment.domain.ProviderReply.Authorized;
import io.swiftcart.payment.domain.ProviderReply.Captured;
import io.swiftcart.payment.domain.ProviderReply.Declined;
import io.swiftcart.payment.domain.ProviderReply.MethodUnknown;
import io.swiftcart.payment.domain.ProviderReply.NotSent;
import io.swiftcart.payment.domain.ProviderReply.Refunded;
import io.swiftcart.payment.domain.ProviderReply.Refused;
import io.swiftcart.payment.domain.ProviderReply.Unanswered;
import io.swiftcart.payment.domain.ProviderReply.Voided;
import io.swiftcart.payment.provider.StripeMessages.Intent;
import io.swiftcart.payment.provider.StripeMessages.Refund;
import io.swiftcart.payment.provider.StripeMessages.Refusal;
import org.jspecify.annotations.Nullable;

/** What Stripe's answers mean in our words. */
final class StripeReply {

    private static final String ERROR_OF_THEIRS = "provider_error";
    private static final String MOVING = "still_";
    private static final String UNREADABLE = "unreadable_refusal";
    private static final int CARD_ERROR = 402;

    private StripeReply() {}

    /**
     * Whether a step is unanswered though Stripe has answered: it failed itself (5xx), or was not
     * done yet. It answers the same to whatever comes under the same key.
     */
    static boolean isKeptUnderTheKey(@Nullable String reason) {
        return reason != null && (reason.equals(ERROR_OF_THEIRS) || reason.startsWith(MOVING));
    }

    /** The state of an intent that a capture or a void was to move; no answer before it has. */
    static ProviderReply ofMoved(Intent intent) {
        ProviderReply reply = of(intent);
        return reply instanceof Captured || reply instanceof Voided || reply instanceof Unanswered
                ? reply
                : new Unanswered(intent.status());
    }

    /** The state of an intent. A state that is still moving, or new to us, is no answer yet. */
    static ProviderReply of(Intent intent) {
        return switch (intent.status()) {
            case "succeeded" -> new Captured(intent.id(), intent.amountReceived());
            case "requires_capture" -> new Authorized(intent.id());
            case "canceled" -> new Voided();
            case "requires_payment_method" -> new Declined(intent.id(), declineReason(intent));
            case "requires_action" -> new Declined(intent.id(), "authentication_required");
            default -> new Unanswered(MOVING + intent.status());
        };
    }

    /** The state of a refund; one that Stripe is still working on may yet fail. */
    static ProviderReply of(Refund refund) {
        return switch (refund.status()) {
            case "succeeded" -> new Refunded(refund.amount());
            case "failed", "canceled" -> new Refused(refund.status());
            default -> new Unanswered(MOVING + refund.status());
        };
    }

    /** A refusal (4xx) by a Stripe that has looked at the request. */
    static ProviderReply of(Operation operation, StripeFailure.Refused refused) {
        Refusal refusal = refused.refusal();
        if (refusal.equals(Refusal.UNREADABLE) && refused.status() != CARD_ERROR) {
            // Not Stripe's words: whoever stands in between may have passed the request on.
            return new Unanswered(UNREADABLE);
        }
        return switch (refused.status()) {
            case CARD_ERROR ->
                    operation == Operation.AUTHORIZE
                            ? declined(refusal)
                            : new Refused(refusal.reason());
            // The first request under the key is still running.
            case 409 -> new Unanswered(refusal.reason());
            default -> refused(operation, refusal);
        };
    }

    /** No result at all. */
    static ProviderReply silence(boolean mayHaveArrived, Throwable failure) {
        String reason =
                failure instanceof StripeFailure.Unavailable unavailable && unavailable.answered()
                        ? ERROR_OF_THEIRS
                        : failure.getClass().getSimpleName();
        return mayHaveArrived ? new Unanswered(reason) : new NotSent(reason);
    }

    private static ProviderReply refused(Operation operation, Refusal refusal) {
        if ("idempotency_error".equals(refusal.type())) {
            // Something else was done under our key: what, only a person can find out.
            return new Unanswered(refusal.reason());
        }
        if (operation == Operation.AUTHORIZE) {
            return "payment_method".equals(refusal.param())
                    ? new MethodUnknown()
                    : new Refused(refusal.reason());
        }
        if (operation != Operation.REFUND && refusal.intent() != null) {
            ProviderReply actual = of(refusal.intent());
            return actual instanceof Captured || actual instanceof Voided
                    ? actual
                    : new Refused(refusal.reason());
        }
        return new Refused(refusal.reason());
    }

    private static Declined declined(Refusal refusal) {
        Intent intent = refusal.intent();
        return new Declined(intent == null ? null : intent.id(), refusal.reason());
    }

    private static String declineReason(Intent intent) {
        Refusal error = intent.lastPaymentError();
        return error == null ? "card_declined" : error.reason();
    }
}
