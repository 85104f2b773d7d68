package io.swiftcart.payment.provider;

import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.Attempt;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.domain.ProviderReply;

/**
 * Who holds the money. Every attempt is known to the provider by a key, so asking twice does
 * nothing twice.
 */
public interface PaymentProvider {

    /** Short name, stored with each payment, e.g. {@code stripe}. */
    String name();

    /** Whether a call would be refused on the spot because the provider has been failing. */
    boolean unavailable();

    /**
     * Asks for the attempt, or for its outcome if the provider has done it already. Never fails:
     * silence and refusals are replies. Takes a few seconds at most.
     */
    Uni<ProviderReply> ask(Payment payment, Attempt attempt);
}
