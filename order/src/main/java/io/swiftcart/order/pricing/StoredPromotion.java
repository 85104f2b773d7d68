package io.swiftcart.order.pricing;

import io.swiftcart.order.domain.pricing.Effect;
import io.swiftcart.order.domain.pricing.Promotion;
import io.swiftcart.platform.money.Money;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Reads promotions from rows. */
public final class StoredPromotion {
    private StoredPromotion() {}

    /** The promotion of a row of {@code promotion}. */
    public static Promotion from(Row row) {
        return new Promotion(
                row.getString("code"),
                effect(row),
                time(row.getOffsetDateTime("valid_from")),
                time(row.getOffsetDateTime("valid_until")),
                row.getInteger("usage_limit"),
                row.getInteger("used"),
                row.getBoolean("active"));
    }

    private static Effect effect(Row row) {
        return switch (row.getString("kind")) {
            case "PERCENTAGE" -> new Effect.Percentage(row.getInteger("percent"));
            case "AMOUNT" ->
                    new Effect.Amount(
                            new Money(
                                    row.getLong("amount"),
                                    Currency.getInstance(row.getString("currency"))));
            case "FREE_SHIPPING" -> new Effect.FreeShipping();
            case "BUY_X_GET_Y" ->
                    new Effect.BuyXGetY(
                            row.getString("sku"), row.getInteger("buy"), row.getInteger("free"));
            case String other -> throw new IllegalStateException("Unknown promotion " + other);
        };
    }

    private static @Nullable Instant time(@Nullable OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }
}
