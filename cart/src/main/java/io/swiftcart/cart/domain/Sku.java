package io.swiftcart.cart.domain;

/** The form of a SKU. */
public final class Sku {
    public static final String PATTERN = "[A-Z0-9][A-Z0-9-]{1,63}";

    private Sku() {}
}
