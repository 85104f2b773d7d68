package io.swiftcart.cart.domain;

import java.util.Arrays;

/** Why a request was refused. */
public enum Refusal {
    /** There is no such cart for this visitor. */
    ABSENT("absent"),
    /** The product does not exist or is not sold. */
    UNKNOWN_SKU("unknown-sku"),
    /** The product is not known, but the view of products is still being read. */
    VIEW_BEHIND("view-behind"),
    /** The product, or the other cart, has another currency. */
    CURRENCY_MISMATCH("currency-mismatch"),
    /** More than {@link Cart#MAX_LINES}. */
    TOO_MANY_LINES("too-many-lines"),
    /** More than {@link Cart#MAX_UNITS} of one product. */
    TOO_MANY_UNITS("too-many-units"),
    /** There is no line to check out. */
    EMPTY("empty"),
    /** It has another version than asked for. */
    CHANGED("changed");

    private final String code;

    Refusal(String code) {
        this.code = code;
    }

    /** The word for it in the store's scripts and in metrics. */
    public String code() {
        return code;
    }

    public static Refusal of(String code) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no refusal " + code));
    }
}
