package io.swiftcart.catalog.reading;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One product as callers see it.
 *
 * @param price of one unit, in the minor unit of {@code currency}
 * @param attributes values are text, numbers or booleans
 * @param active false: withdrawn from sale, and shown to managers alone
 * @param available units that can be sold, as inventory last said; 0 while it has said nothing
 * @param rating average of all reviews, two decimals; 0 while there are none
 * @param version counts the changes of the product, not those of its stock
 * @param stockVersion counts the changes of its stock; part of the entity tag, not of the JSON
 */
@Schema(
        name = "Product",
        requiredProperties = {
            "id",
            "sku",
            "name",
            "slug",
            "description",
            "price",
            "currency",
            "categoryId",
            "attributes",
            "imageUrl",
            "active",
            "available",
            "rating",
            "reviewCount",
            "version",
            "createdAt",
            "updatedAt"
        })
@JsonInclude(JsonInclude.Include.ALWAYS)
@RegisterForReflection(registerFullHierarchy = true)
public record ProductView(
        UUID id,
        String sku,
        String name,
        String slug,
        String description,
        long price,
        @Schema(description = "ISO 4217") String currency,
        UUID categoryId,
        @Schema(type = SchemaType.OBJECT, description = "Values are text, numbers or booleans")
                Map<String, Object> attributes,
        @Schema(nullable = true) @Nullable String imageUrl,
        boolean active,
        long available,
        BigDecimal rating,
        long reviewCount,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore @Schema(hidden = true) long stockVersion) {

    /**
     * What a statement must select, from {@code product p} and {@link #STOCK}, for {@link #from}.
     */
    public static final String COLUMNS =
            "p.id, p.sku, p.name, p.slug, p.description, p.price, p.currency, p.category_id,"
                    + " p.attributes, p.image_url, p.active, p.rating, p.review_count, p.version,"
                    + " p.created_at, p.updated_at,"
                    + " coalesce(a.available, 0) as available, coalesce(a.version, 0) as stock_version";

    /** Joins what is known of the stock of {@code p}. */
    public static final String STOCK = "left join availability a on a.sku = p.sku";

    /** The view of a row with {@link #COLUMNS}. */
    public static ProductView from(Row row) {
        return new ProductView(
                row.getUUID("id"),
                row.getString("sku"),
                row.getString("name"),
                row.getString("slug"),
                row.getString("description"),
                row.getLong("price"),
                row.getString("currency"),
                row.getUUID("category_id"),
                row.get(JsonObject.class, "attributes").getMap(),
                row.getString("image_url"),
                row.getBoolean("active"),
                row.getLong("available"),
                BigDecimal.valueOf(row.getLong("rating"), 2),
                row.getLong("review_count"),
                row.getLong("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getLong("stock_version"));
    }

    /**
     * The entity tag of exactly this representation: what is shown beside the product itself, stock
     * and reviews, is counted together, as both counts only grow.
     */
    public ProductTag tag() {
        return new ProductTag(version, stockVersion + reviewCount);
    }
}
