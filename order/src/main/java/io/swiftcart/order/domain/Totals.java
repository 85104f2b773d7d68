package io.swiftcart.order.domain;

import io.swiftcart.platform.money.Money;
import java.util.Currency;
import java.util.List;

/** The sums of an order: {@code total = subtotal − discount + shipping + tax}. */
public record Totals(Money subtotal, Money discount, Money shipping, Money tax) {

    /** The sums of plain lines, with no discount, shipping or tax. */
    public static Totals of(List<OrderLine> lines, Currency currency) {
        Money zero = Money.zero(currency);
        Money subtotal = lines.stream().map(OrderLine::total).reduce(zero, Money::plus);
        return new Totals(subtotal, zero, zero, zero);
    }

    /** What the customer pays. */
    public Money total() {
        return subtotal.minus(discount).plus(shipping).plus(tax);
    }
}
