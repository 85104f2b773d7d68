package io.swiftcart.platform.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency JPY = Currency.getInstance("JPY");

    @Test
    void amounts_add_up_exactly() {
        assertEquals(usd(3098), usd(2598).plus(usd(500)));
        assertEquals(usd(-1), usd(0).minus(usd(1)));
        assertEquals(usd(2598), usd(1299).times(2));
        assertEquals(usd(0), Money.zero(USD));
        assertEquals(usd(Long.MAX_VALUE), usd(Long.MAX_VALUE - 1).plus(usd(1)));
    }

    @Test
    void an_overflow_is_never_rounded_or_wrapped() {
        assertThrows(ArithmeticException.class, () -> usd(Long.MAX_VALUE).plus(usd(1)));
        assertThrows(ArithmeticException.class, () -> usd(Long.MIN_VALUE).minus(usd(1)));
        assertThrows(ArithmeticException.class, () -> usd(Long.MAX_VALUE / 2 + 1).times(2));
    }

    @Test
    void currencies_do_not_mix() {
        Money yen = new Money(1, JPY);

        assertThrows(IllegalArgumentException.class, () -> usd(1).plus(yen));
        assertThrows(IllegalArgumentException.class, () -> usd(1).minus(yen));
    }

    private static Money usd(long cents) {
        return new Money(cents, USD);
    }
}
