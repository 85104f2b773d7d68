package io.swiftcart.order.domain.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.platform.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromotionTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant FROM = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-21T00:00:00Z");

    @Test
    void it_holds_from_its_first_moment_until_just_before_its_end() {
        Promotion promotion = promotion(FROM, UNTIL, null, 0);

        assertFalse(promotion.holds(FROM.minusMillis(1), USD));
        assertTrue(promotion.holds(FROM, USD));
        assertTrue(promotion.holds(UNTIL.minusMillis(1), USD));
        assertFalse(promotion.holds(UNTIL, USD));
    }

    @Test
    void it_holds_until_it_was_used_as_often_as_it_may() {
        assertTrue(promotion(null, null, 1, 0).holds(FROM, USD));
        assertFalse(promotion(null, null, 1, 1).holds(FROM, USD));
        assertTrue(promotion(null, null, null, 1_000_000).holds(FROM, USD));
    }

    @Test
    void an_amount_is_taken_off_in_its_own_currency_only() {
        Promotion promotion =
                new Promotion("CODE", new Effect.Amount(usd(5)), null, null, null, 0, true);

        assertTrue(promotion.holds(FROM, USD));
        assertFalse(promotion.holds(FROM, Currency.getInstance("EUR")));
    }

    @ParameterizedTest
    @CsvSource({
        "2,1,1,0",
        "2,1,2,0",
        "2,1,3,1",
        "2,1,5,1",
        "2,1,6,2",
        "1,2,2,1",
        "1,2,3,2",
        "1,1,999,499"
    })
    void pieces_beyond_the_bought_ones_are_free(int buy, int free, int qty, long expected) {
        assertEquals(expected, new Effect.BuyXGetY("SKU-1", buy, free).freeOf(qty));
    }

    @Test
    void a_discount_is_split_in_proportion_and_the_rest_goes_to_the_largest_fractions() {
        List<Item> items = List.of(item("SKU-1", 100), item("SKU-2", 100), item("SKU-3", 100));

        assertEquals(List.of(34L, 33L, 33L), new Effect.Amount(usd(100)).discounts(items));
        assertEquals(List.of(100L, 100L, 100L), new Effect.Amount(usd(999)).discounts(items));
        assertEquals(List.of(1L, 1L, 0L), new Effect.Amount(usd(2)).discounts(items));
    }

    @Test
    void half_a_minor_unit_is_rounded_up() {
        assertEquals(1, Rounding.halfUp(1, 1, 2));
        assertEquals(0, Rounding.halfUp(49, 1, 100));
        assertEquals(1, Rounding.halfUp(50, 1, 100));
        assertEquals(1, Rounding.halfUp(149, 1, 100));
    }

    private static Promotion promotion(
            @Nullable Instant from, @Nullable Instant until, @Nullable Integer limit, int used) {
        return new Promotion("CODE", new Effect.FreeShipping(), from, until, limit, used, true);
    }

    private static Item item(String sku, long price) {
        return new Item(sku, "Thing", 1, usd(price), 500, TaxCategory.STANDARD);
    }

    private static Money usd(long minorUnits) {
        return new Money(minorUnits, USD);
    }
}
