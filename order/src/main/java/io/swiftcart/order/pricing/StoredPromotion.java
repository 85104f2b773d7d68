package io.swiftcart.order.pricing;

import io.swiftcart.order.domain.pricing.Effect;
import io.swiftcart.order.domain.pricing.Promotion;
import io.swiftcart.platform.money.Money;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A promotion as it lies in its table; which of the members are there depends on the kind.
 *
 * @param kind PERCENTAGE, AMOUNT, FREE_SHIPPING or BUY_X_GET_Y
 * @param used how many orders have it, those that failed or were cancelled not counted
 */
public record StoredPromotion(
        String code,
        String kind,
        @Nullable Integer percent,
        @Nullable Long amount,
        @Nullable String currency,
        @Nullable String sku,
        @Nullable Integer buy,
        @Nullable Integer free,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Integer usageLimit,
        int used,
        boolean active,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    static StoredPromotion from(Row row) {
        return new StoredPromotion(
                row.getString("code"),
                row.getString("kind"),
                row.getInteger("percent"),
                row.getLong("amount"),
                row.getString("currency"),
                row.getString("sku"),
                row.getInteger("buy"),
                row.getInteger("free"),
                time(row.getOffsetDateTime("valid_from")),
                time(row.getOffsetDateTime("valid_until")),
                row.getInteger("usage_limit"),
                row.getInteger("used"),
                row.getBoolean("active"),
                row.getInteger("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    /** As baskets are priced with it. */
    Promotion toDomain() {
        return new Promotion(code, effect(), validFrom, validUntil, usageLimit, used, active);
    }

    private Effect effect() {
        return switch (kind) {
            case "PERCENTAGE" -> new Effect.Percentage(of(percent));
            case "AMOUNT" ->
                    new Effect.Amount(new Money(of(amount), Currency.getInstance(of(currency))));
            case "FREE_SHIPPING" -> new Effect.FreeShipping();
            case "BUY_X_GET_Y" -> new Effect.BuyXGetY(of(sku), of(buy), of(free));
            default -> throw new IllegalStateException("Unknown promotion " + kind);
        };
    }

    private static <T> T of(@Nullable T member) {
        return Objects.requireNonNull(member);
    }

    private static @Nullable Instant time(@Nullable OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }
}
