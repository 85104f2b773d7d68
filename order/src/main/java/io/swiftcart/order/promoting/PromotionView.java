package io.swiftcart.order.promoting;

import io.swiftcart.order.pricing.StoredPromotion;
import java.time.Instant;
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

    static PromotionView from(StoredPromotion stored) {
        return new PromotionView(
                stored.code(),
                stored.kind(),
                stored.percent(),
                stored.amount(),
                stored.currency(),
                stored.sku(),
                stored.buy(),
                stored.free(),
                stored.validFrom(),
                stored.validUntil(),
                stored.usageLimit(),
                stored.used(),
                stored.active(),
                stored.version(),
                stored.createdAt(),
                stored.updatedAt());
    }
}
