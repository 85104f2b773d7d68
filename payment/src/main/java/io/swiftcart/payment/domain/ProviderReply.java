package io.swiftcart.payment.domain;

import org.jspecify.annotations.Nullable;

/** What the provider said about an attempt, in our words. The first seven are its final word. */
public sealed interface ProviderReply {

    /** The money is reserved under this id of the provider. */
    record Authorized(String providerPaymentId) implements ProviderReply {}

    /** This much was taken under this id of the provider. */
    record Captured(String providerPaymentId, long amountMinorUnits) implements ProviderReply {}

    /**
     * The card was refused.
     *
     * @param providerPaymentId under which the provider keeps the refusal, if it does
     * @param reason the provider's code, e.g. {@code insufficient_funds}
     */
    record Declined(@Nullable String providerPaymentId, String reason) implements ProviderReply {}

    /** The provider knows no such payment method. */
    record MethodUnknown() implements ProviderReply {}

    /** Nothing is reserved any more and nothing was taken. */
    record Voided() implements ProviderReply {}

    /** This much was given back. */
    record Refunded(long amountMinorUnits) implements ProviderReply {}

    /** The provider does not do this, and nothing has changed. */
    record Refused(String reason) implements ProviderReply {}

    /** No word, though the request may have arrived. */
    record Unanswered(String reason) implements ProviderReply {}

    /**
     * The request did not leave us: the breaker is open, too many are waiting, or nobody listens
     * there.
     */
    record NotSent(String reason) implements ProviderReply {}
}
