package io.swiftcart.order.domain.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.order.domain.OrderLine;
import io.swiftcart.order.domain.Totals;
import io.swiftcart.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Any basket, promotion, shipping and tax, against a recomputation that shares no line with the
 * code: decimal fractions instead of whole numbers, one piece after the other instead of formulas.
 */
class BillPropertyTest {
    private static final int BASKETS = 5_000;
    private static final Currency USD = Currency.getInstance("USD");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int[] RATES = {0, 1, 500, 700, 1900, 2000, 2550, 9_999};

    private record Basket(
            List<Item> items, @Nullable Promotion promotion, Money shipping, TaxRates rates) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 20261120, -7})
    void every_bill_is_what_an_independent_recomputation_says(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < BASKETS; i++) {
            Basket basket = basket(random);

            Bill bill = Bill.of(basket.items, basket.promotion, basket.shipping, basket.rates);

            adds_up(bill, basket);
            lines_given_back_unit_by_unit_come_to_what_was_paid_for_them(bill, basket, random);
            assertEquals(recomputed(basket, bill), bill.totals(), basket::toString);
        }
    }

    private static void adds_up(Bill bill, Basket basket) {
        Totals totals = bill.totals();
        for (Money sum :
                List.of(
                        totals.subtotal(),
                        totals.discount(),
                        totals.shipping(),
                        totals.tax(),
                        totals.total())) {
            assertTrue(sum.minorUnits() >= 0, basket::toString);
        }
        long shares = 0;
        for (int i = 0; i < bill.discounts().size(); i++) {
            Money share = bill.discounts().get(i);
            assertTrue(share.minorUnits() >= 0, basket::toString);
            assertTrue(
                    share.minorUnits() <= bill.items().get(i).total().minorUnits(),
                    basket::toString);
            shares += share.minorUnits();
        }
        assertEquals(totals.discount().minorUnits(), shares, basket::toString);
        assertEquals(
                totals.subtotal().minorUnits()
                        - totals.discount().minorUnits()
                        + totals.shipping().minorUnits()
                        + totals.tax().minorUnits(),
                totals.total().minorUnits());
    }

    /**
     * All that was captured goes back but shipping and its tax, however the units are taken apart.
     */
    private static void lines_given_back_unit_by_unit_come_to_what_was_paid_for_them(
            Bill bill, Basket basket, RandomGenerator random) {
        long back = 0;
        long taxes = 0;
        for (OrderLine line : bill.lines()) {
            BigDecimal exact =
                    BigDecimal.valueOf(line.paid().minorUnits())
                            .divide(BigDecimal.valueOf(line.qty()), 9, RoundingMode.DOWN);
            int before = 0;
            while (before < line.qty()) {
                int units = random.nextInt(1, line.qty() - before + 1);
                long part = line.paidFor(before, units).minorUnits();
                BigDecimal wrong =
                        BigDecimal.valueOf(part)
                                .subtract(exact.multiply(BigDecimal.valueOf(units)));
                assertTrue(part >= 0, basket::toString);
                assertTrue(wrong.abs().compareTo(BigDecimal.ONE) <= 0, basket::toString);
                back += part;
                before += units;
            }
            taxes += line.tax().minorUnits();
        }
        Totals totals = bill.totals();
        long shippingTax = totals.tax().minorUnits() - taxes;
        assertEquals(
                totals.total().minorUnits() - totals.shipping().minorUnits() - shippingTax,
                back,
                basket::toString);
        BigDecimal exactly =
                BigDecimal.valueOf(totals.shipping().minorUnits())
                        .multiply(
                                BigDecimal.valueOf(
                                        basket.rates
                                                .basisPoints()
                                                .getOrDefault(TaxCategory.STANDARD, 0),
                                        4));
        assertTrue(
                BigDecimal.valueOf(shippingTax).subtract(exactly).abs().compareTo(TWO) < 0,
                basket::toString);
    }

    private static Totals recomputed(Basket basket, Bill bill) {
        BigDecimal subtotal = BigDecimal.ZERO;
        for (Item item : basket.items) {
            subtotal =
                    subtotal.add(
                            BigDecimal.valueOf(item.unitPrice().minorUnits())
                                    .multiply(BigDecimal.valueOf(item.qty())));
        }
        BigDecimal discount = discount(basket, subtotal);
        boolean free =
                basket.promotion != null
                        && basket.promotion.effect() instanceof Effect.FreeShipping;
        BigDecimal shipping =
                free ? BigDecimal.ZERO : BigDecimal.valueOf(basket.shipping.minorUnits());
        Map<TaxCategory, BigDecimal> taxed = new HashMap<>();
        taxed.merge(TaxCategory.STANDARD, shipping, BigDecimal::add);
        for (int i = 0; i < basket.items.size(); i++) {
            Item item = basket.items.get(i);
            taxed.merge(
                    item.taxCategory(),
                    BigDecimal.valueOf(
                            item.unitPrice().minorUnits() * item.qty()
                                    - bill.discounts().get(i).minorUnits()),
                    BigDecimal::add);
        }
        BigDecimal tax = BigDecimal.ZERO;
        for (var entry : taxed.entrySet()) {
            int rate = basket.rates.basisPoints().getOrDefault(entry.getKey(), 0);
            tax =
                    tax.add(
                            entry.getValue()
                                    .multiply(BigDecimal.valueOf(rate, 4))
                                    .setScale(0, RoundingMode.HALF_UP));
        }
        return new Totals(usd(subtotal), usd(discount), usd(shipping), usd(tax));
    }

    private static BigDecimal discount(Basket basket, BigDecimal subtotal) {
        return switch (basket.promotion == null ? null : basket.promotion.effect()) {
            case null -> BigDecimal.ZERO;
            case Effect.Percentage(var percent) ->
                    subtotal.multiply(BigDecimal.valueOf(percent, 2))
                            .setScale(0, RoundingMode.HALF_UP);
            case Effect.Amount(var amount) -> subtotal.min(BigDecimal.valueOf(amount.minorUnits()));
            case Effect.FreeShipping _ -> BigDecimal.ZERO;
            case Effect.BuyXGetY(var sku, var buy, var free) ->
                    basket.items.stream()
                            .filter(item -> item.sku().equals(sku))
                            .map(item -> pieceByPiece(item, buy, free))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
        };
    }

    private static BigDecimal pieceByPiece(Item item, int buy, int free) {
        BigDecimal off = BigDecimal.ZERO;
        int paid = 0;
        int given = 0;
        for (int piece = 0; piece < item.qty(); piece++) {
            if (paid == buy && given == free) {
                paid = 0;
                given = 0;
            }
            if (paid < buy) {
                paid++;
            } else {
                given++;
                off = off.add(BigDecimal.valueOf(item.unitPrice().minorUnits()));
            }
        }
        return off;
    }

    private static Basket basket(RandomGenerator random) {
        List<Item> items = new ArrayList<>();
        int lines = random.nextInt(1, random.nextInt(20) == 0 ? 101 : 6);
        for (int i = 0; i < lines; i++) {
            items.add(
                    new Item(
                            "SKU-" + i,
                            "Thing",
                            random.nextInt(1, random.nextBoolean() ? 4 : 1000),
                            new Money(price(random), USD),
                            500,
                            TaxCategory.values()[random.nextInt(3)]));
        }
        Map<TaxCategory, Integer> rates = new HashMap<>();
        for (TaxCategory category : TaxCategory.values()) {
            if (random.nextInt(5) > 0) {
                rates.put(category, RATES[random.nextInt(RATES.length)]);
            }
        }
        return new Basket(
                items,
                promotion(random),
                new Money(random.nextInt(4) == 0 ? 0 : random.nextLong(10_000), USD),
                new TaxRates(rates));
    }

    private static long price(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextLong(1, 4);
            case 1 -> random.nextLong(1, 1_000_000_000_000L);
            default -> random.nextLong(1, 10_000);
        };
    }

    private static @Nullable Promotion promotion(RandomGenerator random) {
        Effect effect =
                switch (random.nextInt(5)) {
                    case 0 -> new Effect.Percentage(random.nextInt(1, 101));
                    case 1 -> new Effect.Amount(new Money(price(random), USD));
                    case 2 -> new Effect.FreeShipping();
                    case 3 ->
                            new Effect.BuyXGetY(
                                    "SKU-" + random.nextInt(4),
                                    random.nextInt(1, 5),
                                    random.nextInt(1, 4));
                    default -> null;
                };
        return effect == null ? null : new Promotion("CODE", effect, null, null, null, 0, true);
    }

    private static Money usd(BigDecimal amount) {
        return new Money(amount.longValueExact(), USD);
    }
}
