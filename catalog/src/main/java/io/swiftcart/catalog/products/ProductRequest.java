package io.swiftcart.catalog.products;

import io.swiftcart.catalog.domain.Sku;
import io.swiftcart.catalog.domain.Slug;
import io.swiftcart.catalog.reading.ProductView;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A product as a manager writes it, whole: what is left out of a change is emptied, but for the
 * three below.
 *
 * @param sku needed for a new product; never changes, so a change leaves it out or repeats it
 * @param slug left out, it is made of the name at first and kept later, so that addresses last;
 *     need not be unique
 * @param price of one unit, in the minor unit of {@code currency}
 * @param active whether it is sold; left out, a new product is, and a known one stays as it was
 */
@Schema(name = "ProductRequest")
public record ProductRequest(
        @Pattern(regexp = Sku.PATTERN) @Nullable String sku,
        @NotBlank
                @Size(max = 200)
                @Pattern(regexp = "^\\P{Cc}*$", message = "must not contain control characters")
                String name,
        @Size(max = Slug.MAX_LENGTH) @Pattern(regexp = Slug.PATTERN) @Nullable String slug,
        @Size(max = 10_000) @Nullable String description,
        @NotNull @Min(1) @Max(MAX_PRICE) Long price,
        @NotNull
                @Schema(
                        implementation = String.class,
                        pattern = "^[A-Z]{3}$",
                        description = "ISO 4217")
                Currency currency,
        @NotNull UUID categoryId,
        @Size(max = 50)
                @Schema(
                        type = SchemaType.OBJECT,
                        description = "Values are text, numbers or booleans")
                @Nullable
                        Map<
                                @Size(max = 64) @Pattern(regexp = ATTRIBUTE_NAME) String,
                                @AttributeValue Object>
                        attributes,
        @Size(max = 2048) @Pattern(regexp = "^https?://[^\\s\\p{Cc}]+$") @Nullable String imageUrl,
        @Nullable Boolean active) {

    /** So that a hundred lines of 999 units still fit into 64 bits. */
    static final long MAX_PRICE = 1_000_000_000_000L;

    /** No control characters and no half characters, which PostgreSQL cannot keep in JSON. */
    static final String ATTRIBUTE_NAME = "^[^\\p{Cc}\\p{Cs}]+$";

    /** The request that would make the product what it is. */
    public static ProductRequest of(ProductView product) {
        return new ProductRequest(
                product.sku(),
                product.name(),
                product.slug(),
                product.description(),
                product.price(),
                Currency.getInstance(product.currency()),
                product.categoryId(),
                product.attributes(),
                product.imageUrl(),
                product.active());
    }

    String descriptionOrEmpty() {
        return description == null ? "" : description;
    }

    Map<String, Object> attributesOrEmpty() {
        return attributes == null ? Map.of() : attributes;
    }
}
