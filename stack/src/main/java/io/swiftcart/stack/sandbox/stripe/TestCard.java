package io.swiftcart.stack.sandbox.stripe;

import io.swiftcart.stack.sandbox.ledger.Intent.Decline;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's test payment methods: the token alone decides whether the card is good or why it is
 * declined.
 *
 * @param decline null for a good card
 */
record TestCard(@Nullable Decline decline) {

    private static final String PREFIX = "pm_card_";
    private static final Decline GENERIC =
            new Decline("card_declined", "generic_decline", "Your card was declined.");

    private static final Set<String> GOOD =
            Set.of(
                    "visa",
                    "visa_debit",
                    "mastercard",
                    "mastercard_debit",
                    "mastercard_prepaid",
                    "amex",
                    "discover",
                    "diners",
                    "jcb",
                    "unionpay");

    private static final Map<String, Decline> DECLINED =
            Map.of(
                    "chargeDeclined",
                    GENERIC,
                    "chargeDeclinedInsufficientFunds",
                    because("insufficient_funds", "Your card has insufficient funds."),
                    "chargeDeclinedLostCard",
                    because("lost_card", "Your card was declined."),
                    "chargeDeclinedStolenCard",
                    because("stolen_card", "Your card was declined."),
                    "chargeDeclinedVelocityLimitExceeded",
                    because("card_velocity_exceeded", "Your card was declined."),
                    "chargeDeclinedFraudulent",
                    because("fraudulent", "Your card was declined."),
                    "chargeDeclinedExpiredCard",
                    new Decline("expired_card", null, "Your card has expired."),
                    "chargeDeclinedIncorrectCvc",
                    new Decline("incorrect_cvc", null, "Your card's security code is incorrect."),
                    "chargeDeclinedProcessingError",
                    new Decline(
                            "processing_error",
                            null,
                            "An error occurred while processing your card."),
                    "authenticationRequired",
                    new Decline(
                            "authentication_required",
                            "authentication_required",
                            "This payment requires authentication."));

    /** The card behind a token, or nothing if Stripe knows no such payment method. */
    static Optional<TestCard> of(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String name = token.substring(PREFIX.length());
        if (GOOD.contains(name)) {
            return Optional.of(new TestCard(null));
        }
        // Stripe writes some of these with the brand and some without; both are taken for each.
        String reason = name.startsWith("visa_") ? name.substring("visa_".length()) : name;
        return Optional.ofNullable(DECLINED.get(reason)).map(TestCard::new);
    }

    /** What a good card answers while the fault {@code payment.decline} strikes. */
    static Decline anyDecline() {
        return GENERIC;
    }

    private static Decline because(String declineCode, String message) {
        return new Decline("card_declined", declineCode, message);
    }
}
