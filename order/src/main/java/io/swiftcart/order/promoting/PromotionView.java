package io.swiftcart.order.promoting;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A promotion as managers see it; {@code used} counts the orders that have it. */
@Schema(
        name = "Promotion",
        requiredProperties = {
            "code",
            "kind",
            "used",
            "active",
            "version",
            "createdAt",
            "updatedAt"
        })
record PromotionView(
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

    static PromotionView from(Row row) {
        return new PromotionView(
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

    private static @Nullable Instant time(@Nullable OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }
}
