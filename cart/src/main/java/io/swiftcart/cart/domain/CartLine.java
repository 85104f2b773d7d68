package io.swiftcart.cart.domain;

import io.swiftcart.platform.money.Money;

/**
 * One product in a cart.
 *
 * @param qty 1 to {@link Cart#MAX_UNITS}
 * @param unitPrice the price of now
 * @param putInAt the price when it was put in, or when its quantity was last set
 * @param discontinued not sold any more, or not in the cart's currency; counts for nothing
 * @param productVersion of the product's state that this line shows; 0 when none is known
 */
public record CartLine(
        String sku,
        String name,
        int qty,
        Money unitPrice,
        Money putInAt,
        boolean discontinued,
        long productVersion) {

    /** Units times the price of now. */
    public Money total() {
        return unitPrice.times(qty);
    }

    /** Whether the price is another than when the line was put in. */
    public boolean priceChanged() {
        return !unitPrice.equals(putInAt);
    }
}
