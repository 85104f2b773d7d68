package io.swiftcart.order.domain.pricing;

import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * An offer that customers ask for by its code. Promotions do not stack: an order has one or none.
 *
 * @param validFrom first moment at which it holds; always when absent
 * @param validUntil first moment at which it holds no more; never when absent
 * @param usageLimit how many orders may have it; any number when absent
 * @param used how many orders have it, those that failed or were cancelled not counted
 */
public record Promotion(
        String code,
        Effect effect,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Integer usageLimit,
        int used,
        boolean active) {

    /** Whether an order in this currency may have it now. */
    public boolean holds(Instant now, Currency currency) {
        return active
                && (validFrom == null || !now.isBefore(validFrom))
                && (validUntil == null || now.isBefore(validUntil))
                && (usageLimit == null || used < usageLimit)
                && (!(effect instanceof Effect.Amount(var amount))
                        || amount.currency().equals(currency));
    }
}
