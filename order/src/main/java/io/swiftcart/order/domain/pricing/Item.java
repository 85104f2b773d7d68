package io.swiftcart.order.domain.pricing;

import io.swiftcart.platform.money.Money;

/** One SKU of a basket: {@code qty} is at least one, price and weight are of one piece. */
public record Item(
        String sku,
        String name,
        int qty,
        Money unitPrice,
        int weightGrams,
        TaxCategory taxCategory) {

    /** Price of the whole line before any discount. */
    public Money total() {
        return unitPrice.times(qty);
    }

    /** Weight of the whole line. */
    public long totalGrams() {
        return (long) weightGrams * qty;
    }
}
