package io.swiftcart.cart.domain;

import io.swiftcart.platform.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cart at one moment: content, prices and total belong together.
 *
 * @param customerId whose it is; null for a guest's, which is opened by its id alone
 * @param version counts the changes of the content from 1
 * @param expiresAt when it is forgotten unless it is changed before
 * @param lines in the order in which they were first put in
 * @param subtotal of all lines but the discontinued ones, at the prices of now
 */
public record Cart(
        String id,
        @Nullable String customerId,
        Currency currency,
        long version,
        Instant expiresAt,
        List<CartLine> lines,
        Money subtotal) {
    /** The most lines a cart can have. */
    public static final int MAX_LINES = 100;

    /** The most units a line can have. */
    public static final int MAX_UNITS = 999;

    /** The sum of what can be bought, exact. */
    public static Money subtotal(List<CartLine> lines, Currency currency) {
        return lines.stream()
                .filter(line -> !line.discontinued())
                .map(CartLine::total)
                .reduce(Money.zero(currency), Money::plus);
    }

    /** Changes whenever anything of the cart looks different, prices included. */
    public String tag() {
        long seen = lines.stream().mapToLong(CartLine::productVersion).sum();
        long gone = lines.stream().filter(CartLine::discontinued).count();
        return version + "." + seen + "." + gone;
    }
}
