package io.swiftcart.payment;

import io.swiftcart.platform.problem.ProblemCode;

/** The problems that only payment knows. */
public enum PaymentProblem implements ProblemCode {
    WEBHOOK_SIGNATURE_INVALID(
            "webhook-signature-invalid", 400, "The webhook is not signed by the provider.", false),
    PAYMENT_DECLINED("payment-declined", 402, "The payment was declined.", false),
    PAYMENT_CLOSED("payment-closed", 409, "The payment of this order was undone for good.", false),
    PAYMENT_TERMS_DIFFER(
            "payment-terms-differ", 409, "The order already has a payment on other terms.", false),
    PAYMENT_UNRESOLVED(
            "payment-unresolved", 409, "An earlier step of the payment has no outcome yet.", true),
    PAYMENT_NOT_CAPTURABLE(
            "payment-not-capturable", 409, "Only an authorised payment can be captured.", false),
    PAYMENT_NOT_VOIDABLE(
            "payment-not-voidable",
            409,
            "Only a payment that was not captured can be voided.",
            false),
    REFUND_EXCEEDS_CAPTURED(
            "refund-exceeds-captured",
            409,
            "More would be refunded than was captured and not yet refunded.",
            false),
    PROVIDER_REFUSED("provider-refused", 409, "The provider does not allow this step.", false),
    PAYMENT_METHOD_INVALID(
            "payment-method-invalid", 422, "The provider does not know the payment method.", false),
    PAYMENT_UNAVAILABLE(
            "payment-unavailable", 503, "Payments cannot be taken at the moment.", true);

    private final String code;
    private final int status;
    private final String title;
    private final boolean retryable;

    PaymentProblem(String code, int status, String title, boolean retryable) {
        this.code = code;
        this.status = status;
        this.title = title;
        this.retryable = retryable;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean retryable() {
        return retryable;
    }
}
