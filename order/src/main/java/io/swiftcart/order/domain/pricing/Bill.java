package io.swiftcart.order.domain.pricing;

import io.swiftcart.order.domain.OrderLine;
import io.swiftcart.order.domain.Totals;
import io.swiftcart.platform.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What a basket costs. {@code total = subtotal − discount + shipping + tax}; no sum is negative,
 * the discounts of the items add up to the discount, and their taxes with that of shipping to the
 * tax.
 *
 * @param discounts what each item is cheaper by, in their order
 * @param taxes what of the tax falls on each item, in their order
 */
public record Bill(List<Item> items, List<Money> discounts, List<Money> taxes, Totals totals) {

    /**
     * Prices a basket. Tax is reckoned once per category on what its items cost after the discount,
     * shipping among the standard ones, and rounded half up; then it is split over them in
     * proportion.
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
        List<Money> taxes = new ArrayList<>(Collections.nCopies(items.size(), zero));
        Money tax = zero;
        for (TaxCategory category : TaxCategory.values()) {
            List<Integer> taxed = taxed(category, items);
            List<Long> net = net(category, taxed, items, discounts, shipped);
            long sum = net.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
            long due = Rounding.halfUp(sum, rates.of(category), 10_000);
            List<Long> shares = Rounding.split(due, net);
            for (int i = 0; i < taxed.size(); i++) {
                taxes.set(taxed.get(i), new Money(shares.get(i), currency));
            }
            tax = tax.plus(new Money(due, currency));
        }
        Money subtotal = items.stream().map(Item::total).reduce(zero, Money::plus);
        Money discount = discounts.stream().reduce(zero, Money::plus);
        return new Bill(
                List.copyOf(items),
                discounts,
                List.copyOf(taxes),
                new Totals(subtotal, discount, shipped, tax));
    }

    /** What was ordered, each line with its share of discount and tax. */
    public List<OrderLine> lines() {
        return IntStream.range(0, items.size()).mapToObj(this::line).toList();
    }

    private OrderLine line(int i) {
        Item item = items.get(i);
        return new OrderLine(
                item.sku(),
                item.name(),
                item.qty(),
                item.unitPrice(),
                discounts.get(i),
                taxes.get(i));
    }

    /** What everything weighs together. */
    public static long grams(List<Item> items) {
        return items.stream().mapToLong(Item::totalGrams).reduce(0, Math::addExact);
    }

    private static List<Integer> taxed(TaxCategory category, List<Item> items) {
        return IntStream.range(0, items.size())
                .filter(i -> items.get(i).taxCategory() == category)
                .boxed()
                .toList();
    }

    /** What each taxed item costs after the discount; behind the standard ones comes shipping. */
    private static List<Long> net(
            TaxCategory category,
            List<Integer> taxed,
            List<Item> items,
            List<Money> discounts,
            Money shipping) {
        LongStream net =
                taxed.stream()
                        .mapToLong(i -> items.get(i).total().minus(discounts.get(i)).minorUnits());
        LongStream last =
                category == TaxCategory.STANDARD
                        ? LongStream.of(shipping.minorUnits())
                        : LongStream.empty();
        return LongStream.concat(net, last).boxed().toList();
    }
}
