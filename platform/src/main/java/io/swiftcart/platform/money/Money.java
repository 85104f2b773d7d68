package io.swiftcart.platform.money;

import java.util.Currency;

/**
 * An amount in the minor unit of its currency (cents for USD, yen for JPY).
 *
 * <p>Arithmetic is exact: an overflow or a mix of currencies throws {@link ArithmeticException} or
 * {@link IllegalArgumentException} and never rounds.
 *
 * @param minorUnits the amount, may be negative
 */
public record Money(long minorUnits, Currency currency) {

    /** Nothing, in the given currency. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** The sum; both amounts must be in the same currency. */
    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    /** The difference; both amounts must be in the same currency. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    /** This amount {@code quantity} times. */
    public Money times(long quantity) {
        return new Money(Math.multiplyExact(minorUnits, quantity), currency);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }
}
