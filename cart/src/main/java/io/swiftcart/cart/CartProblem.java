package io.swiftcart.cart;

import io.swiftcart.platform.problem.ProblemCode;

/** The problems of carts. None goes away by repeating the request. */
public enum CartProblem implements ProblemCode {
    CART_CHANGED("cart-changed", 409, "The cart has another version."),
    CART_EMPTY("cart-empty", 409, "There is nothing in the cart."),
    CART_FULL("cart-full", 409, "The cart would have more than 100 lines."),
    CURRENCY_MISMATCH("currency-mismatch", 422, "The products are not sold in this currency."),
    QUANTITY_EXCEEDED("quantity-exceeded", 409, "The line would have more than 999 units."),
    UNKNOWN_SKU("unknown-sku", 422, "At least one SKU is not sold here.");

    private final String code;
    private final int status;
    private final String title;

    CartProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
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
        return false;
    }
}
