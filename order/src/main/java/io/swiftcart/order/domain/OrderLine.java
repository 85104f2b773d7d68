package io.swiftcart.order.domain;

import io.swiftcart.platform.money.Money;

/**
 * One SKU of an order at the price it was sold for; {@code qty} is at least one.
 *
 * @param discount the line's share of the order's discount
 * @param tax the line's share of the order's tax; shipping has its own
 */
public record OrderLine(
        String sku, String name, int qty, Money unitPrice, Money discount, Money tax) {

    /** A line without discount or tax. */
    public static OrderLine of(String sku, String name, int qty, Money unitPrice) {
        Money zero = Money.zero(unitPrice.currency());
        return new OrderLine(sku, name, qty, unitPrice, zero, zero);
    }

    /** Price of the whole line. */
    public Money total() {
        return unitPrice.times(qty);
    }

    /** What the customer paid for the whole line. */
    public Money paid() {
        return total().minus(discount).plus(tax);
    }

    /**
     * What the customer paid for {@code units} of the line when {@code before} of it were given
     * back earlier. However the units are taken apart, the parts add up to {@link #paid}: each is
     * at most one minor unit from its exact share, and the last takes the rest.
     */
    public Money paidFor(int before, int units) {
        if (before < 0 || units < 0 || units > qty - before) {
            throw new IllegalArgumentException(
                    "%d after %d of %d units".formatted(units, before, qty));
        }
        return paidForFirst(before + units).minus(paidForFirst(before));
    }

    private Money paidForFirst(int units) {
        long paid = paid().minorUnits();
        // paid × units may be beyond a long.
        long share = paid / qty * units + paid % qty * units / qty;
        return new Money(share, unitPrice.currency());
    }
}
