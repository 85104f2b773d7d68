package io.swiftcart.cart.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.platform.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CartTest {
    private static final Currency USD = Currency.getInstance("USD");

    @Test
    void the_tag_changes_with_content_prices_and_sale() {
        String tag = cart(1, line(1, false)).tag();

        assertEquals(tag, cart(1, line(1, false)).tag());
        assertNotEquals(tag, cart(2, line(1, false)).tag());
        assertNotEquals(tag, cart(1, line(2, false)).tag());
        assertNotEquals(tag, cart(1, line(1, true)).tag());
    }

    @Test
    void the_subtotal_leaves_out_what_is_not_sold() {
        assertEquals(
                new Money(20, USD), Cart.subtotal(List.of(line(1, false), line(1, true)), USD));
    }

    @ParameterizedTest
    @CsvSource({
        "SUM, 1, 2, 3", "SUM, 998, 1, 999", "SUM, 998, 2, 999", "SUM, 999, 999, 999",
        "MAX, 1, 2, 2", "MAX, 2, 1, 2", "KEEP, 1, 2, 1", "KEEP, 5, 2, 5"
    })
    void a_strategy_says_how_many(MergeStrategy strategy, int mine, int guests, int merged) {
        assertEquals(merged, strategy.merged(mine, guests));
    }

    @Test
    void names_of_carts_are_long_and_never_the_same() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            names.add(CartId.next());
        }

        assertEquals(1_000, names.size());
        assertTrue(names.stream().allMatch(name -> name.matches("[A-Za-z0-9_-]{24}")));
    }

    @ParameterizedTest
    @CsvSource({
        "alice, alice, true",
        "bob, alice, false",
        ", alice, false",
        "bob, , true",
        ", , true"
    })
    void a_cart_opens_for_whose_it_is(String caller, String owner, boolean opens) {
        Visitor visitor = caller == null ? new Visitor.Anonymous() : new Visitor.Customer(caller);

        assertEquals(opens, visitor.opens(owner));
        assertTrue(new Visitor.Neighbour().opens(owner));
    }

    @Test
    void every_reason_has_its_word() {
        for (Refusal refusal : Refusal.values()) {
            assertEquals(refusal, Refusal.of(refusal.code()));
        }
        assertThrows(IllegalArgumentException.class, () -> Refusal.of("other"));
    }

    private static Cart cart(long version, CartLine line) {
        return new Cart("id", null, USD, version, Instant.EPOCH, List.of(line), new Money(20, USD));
    }

    private static CartLine line(long productVersion, boolean discontinued) {
        return new CartLine(
                "SKU-1",
                "Mug",
                2,
                new Money(10, USD),
                new Money(9, USD),
                discontinued,
                productVersion);
    }
}
