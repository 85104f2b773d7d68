package io.swiftcart.order.domain.pricing;

import io.swiftcart.platform.money.Money;
import java.util.List;

/** What a promotion takes off. */
public sealed interface Effect {

    /** A share of the subtotal, 1 to 100. */
    record Percentage(int percent) implements Effect {}

    /** A fixed amount, at most the subtotal. */
    record Amount(Money amount) implements Effect {}

    /** Shipping costs nothing. */
    record FreeShipping() implements Effect {}

    /** Of every {@code buy + free} pieces of one SKU, {@code free} cost nothing. */
    record BuyXGetY(String sku, int buy, int free) implements Effect {

        /**
         * Pieces that cost nothing; a group that is not full gives what it has beyond the bought.
         */
        long freeOf(int qty) {
            int group = buy + free;
            return (long) qty / group * free + Math.max(0, qty % group - buy);
        }
    }

    /** What each item is cheaper by, in minor units, in their order; never more than its total. */
    default List<Long> discounts(List<Item> items) {
        List<Long> totals = items.stream().map(item -> item.total().minorUnits()).toList();
        long subtotal = totals.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
        return switch (this) {
            case Percentage(var percent) ->
                    Rounding.split(Rounding.halfUp(subtotal, percent, 100), totals);
            case Amount(var amount) ->
                    Rounding.split(Math.min(amount.minorUnits(), subtotal), totals);
            case FreeShipping _ -> Rounding.split(0, totals);
            case BuyXGetY offer ->
                    items.stream()
                            .map(
                                    item ->
                                            item.sku().equals(offer.sku())
                                                    ? item.unitPrice()
                                                            .times(offer.freeOf(item.qty()))
                                                            .minorUnits()
                                                    : 0L)
                            .toList();
        };
    }
}
