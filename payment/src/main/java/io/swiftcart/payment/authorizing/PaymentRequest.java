package io.swiftcart.payment.authorizing;

import io.swiftcart.payment.domain.OrderId;
import io.swiftcart.payment.domain.PaymentMethod;
import io.swiftcart.payment.domain.Terms;
import io.swiftcart.platform.money.Money;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * JSON of a payment that is asked for.
 *
 * @param amount in the currency's minor unit
 * @param currency ISO 4217 code
 * @param paymentMethod the provider's token of the card
 * @param capture whether the money is taken at once; true when absent
 */
record PaymentRequest(
        @NotNull UUID orderId,
        @NotNull @Min(1) @Max(AMOUNT_MAX) Long amount,
        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code")
                String currency,
        @NotNull
                @Pattern(
                        regexp = "[A-Za-z0-9_-]{1,255}",
                        message = "must be a token of the payment provider")
                String paymentMethod,
        @Nullable Boolean capture) {

    static final long AMOUNT_MAX = 999_999_999_999L;

    OrderId order() {
        return new OrderId(orderId);
    }

    Terms terms() {
        return new Terms(
                new Money(amount, known(currency)),
                new PaymentMethod(paymentMethod),
                captureAtOnce());
    }

    /** The request in one canonical text. */
    String content() {
        return String.join("|", orderId.toString(), amount.toString(), currency, paymentMethod)
                + "|"
                + captureAtOnce();
    }

    /** The token is not for logs. */
    @Override
    public String toString() {
        return "PaymentRequest[orderId="
                + orderId
                + ", amount="
                + amount
                + ", currency="
                + currency
                + "]";
    }

    private boolean captureAtOnce() {
        return capture == null || capture;
    }

    private static Currency known(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException _) {
            throw new Problem(CommonProblem.VALIDATION_FAILED, "See errors for what to change.")
                    .pointing("/currency", "must be an ISO 4217 code");
        }
    }
}
