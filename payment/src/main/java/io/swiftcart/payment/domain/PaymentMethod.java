package io.swiftcart.payment.domain;

/**
 * The provider's token for a card, e.g. {@code pm_card_visa}; never a card number. Its string form
 * is masked.
 */
public record PaymentMethod(String token) {

    @Override
    public String toString() {
        return "***";
    }
}
