package io.swiftcart.order.domain;

import io.swiftcart.platform.money.Money;

/** One SKU of an order at the price it was sold for; {@code qty} is at least one. */
public record OrderLine(String sku, String name, int qty, Money unitPrice) {

    /** Price of the whole line. */
    public Money total() {
        return unitPrice.times(qty);
    }
}
