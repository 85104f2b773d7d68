package io.swiftcart.order;

import io.swiftcart.platform.problem.ProblemCode;

/** What can be wrong with an order, beyond what can be wrong with any request. */
public enum OrderProblem implements ProblemCode {
    PAYMENT_DECLINED("payment-declined", 402, "The payment was declined.", false),
    INSUFFICIENT_STOCK(
            "insufficient-stock", 409, "There is not enough stock for this order.", false),
    PRICE_CHANGED("price-changed", 409, "A price is not the one you expected.", false),
    TOTAL_CHANGED("total-changed", 409, "The total is not the one you expected.", false),
    ORDER_TIMED_OUT(
            "order-timed-out",
            409,
            "The order could not be completed in time and was undone.",
            false),
    ORDER_CANCELLED("order-cancelled", 409, "The order was taken back.", false),
    ORDER_NOT_CANCELLABLE(
            "order-not-cancellable", 409, "The order cannot be taken back any more.", false),
    CONTACT_ERASED("contact-erased", 404, "Whom the order was for has been erased.", false),
    PAYMENT_UNRESOLVED(
            "payment-unresolved", 409, "An earlier step of the payment has no outcome yet.", true),
    REFUND_EXCEEDS_CAPTURED(
            "refund-exceeds-captured",
            409,
            "More would be refunded than was captured and not yet refunded.",
            false),
    NOT_REFUNDABLE("not-refundable", 409, "Nothing can be given back on this order.", false),
    CHECKOUT_ENDED("checkout-ended", 409, "The checkout of this order has ended.", false),
    CHECKOUT_INCOMPLETE(
            "checkout-incomplete", 409, "Something is missing before this can be ordered.", false),
    SESSION_ENDED("session-ended", 409, "The checkout session has ended.", false),
    PROMOTION_CODE_TAKEN("promotion-code-taken", 409, "Another promotion has this code.", false),
    SHIPPING_OPTION_INVALID(
            "shipping-option-invalid", 422, "This way of shipping is not offered here.", false),
    PROMOTION_INVALID("promotion-invalid", 422, "The promotion does not hold.", false),
    UNKNOWN_SKU("unknown-sku", 422, "At least one SKU is not sold here.", false),
    CURRENCY_MISMATCH(
            "currency-mismatch", 422, "The products are not sold in this currency.", false),
    PAYMENT_METHOD_INVALID(
            "payment-method-invalid", 422, "The provider does not know the payment method.", false),
    PAYMENT_UNAVAILABLE(
            "payment-unavailable", 503, "Payments cannot be taken at the moment.", true);

    private final String code;
    private final int status;
    private final String title;
    private final boolean retryable;

    OrderProblem(String code, int status, String title, boolean retryable) {
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
