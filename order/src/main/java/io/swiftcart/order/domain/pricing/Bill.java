package io.swiftcart.order.domain.pricing;

import io.swiftcart.order.domain.Totals;
import io.swiftcart.platform.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a basket costs. {@code total = subtotal − discount + shipping + tax}; no sum is negative,
 * and the discounts of the items add up to the discount.
 *
 * @param discounts what each item is cheaper by, in their order
 */
public record Bill(List<Item> items, List<Money> discounts, Totals totals) {

    /**
     * Prices a basket. Tax is reckoned once per category on what its items cost after the discount,
     * shipping among the standard ones, and rounded half up.
     *
     * @param promotion the one promotion, if any
     * @param shipping the price of the chosen option; zero while none is
     */
    public static Bill of(
            List<Item> items, @Nullable Promotion promotion, Money shipping, TaxRates rates) {
        Currency currency = shipping.currency();
        Money zero = Money.zero(currency);
        List<Money> discounts =
                promotion == null
                        ? items.stream().map(_ -> zero).toList()
                        : promotion.effect().discounts(items).stream()
                                .map(units -> new Money(units, currency))
                                .toList();
        Money shipped =
                promotion != null && promotion.effect() instanceof Effect.FreeShipping
                        ? zero
                        : shipping;
        Money tax = zero;
        for (TaxCategory category : TaxCategory.values()) {
            Money taxed = taxed(category, items, discounts, shipped);
            tax =
                    tax.plus(
                            new Money(
                                    Rounding.halfUp(taxed.minorUnits(), rates.of(category), 10_000),
                                    currency));
        }
        Money subtotal = items.stream().map(Item::total).reduce(zero, Money::plus);
        Money discount = discounts.stream().reduce(zero, Money::plus);
        return new Bill(
                List.copyOf(items), discounts, new Totals(subtotal, discount, shipped, tax));
    }

    /** What everything weighs together. */
    public static long grams(List<Item> items) {
        return items.stream().mapToLong(Item::totalGrams).reduce(0, Math::addExact);
    }

    private static Money taxed(
            TaxCategory category, List<Item> items, List<Money> discounts, Money shipping) {
        Money start = category == TaxCategory.STANDARD ? shipping : Money.zero(shipping.currency());
        return IntStream.range(0, items.size())
                .filter(i -> items.get(i).taxCategory() == category)
                .mapToObj(i -> items.get(i).total().minus(discounts.get(i)))
                .reduce(start, Money::plus);
    }
}
