package io.swiftcart.catalog.reviews;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A review as everybody sees it: not who has written it. */
@Schema(
        name = "Review",
        requiredProperties = {"reviewId", "productId", "rating", "title", "text", "createdAt"})
record ReviewView(
        UUID reviewId, UUID productId, int rating, String title, String text, Instant createdAt) {
    static final String COLUMNS = "id, product_id, rating, title, text, created_at";

    static ReviewView from(Row row) {
        return new ReviewView(
                row.getUUID("id"),
                row.getUUID("product_id"),
                row.getInteger("rating"),
                row.getString("title"),
                row.getString("text"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
