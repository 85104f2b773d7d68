package io.swiftcart.catalog.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a result could be narrowed down to. The counts of a facet are of the whole result under the
 * other filters, so that another value of the same facet can be chosen. Only what is there is
 * listed, most first.
 *
 * @param category those that hang below are counted too, as the filter {@code category} takes them
 *     in
 * @param price ranges whose bounds fit {@code minPrice} and {@code maxPrice}, cheapest first
 * @param attributes by name; {@code attribute=name:value} is the filter
 */
@Schema(name = "Facets")
record FacetsView(
        List<CategoryCount> category,
        List<PriceCount> price,
        List<StockCount> inStock,
        Map<String, List<ValueCount>> attributes) {

    /** {@code value}: id of the category; {@code label}: its name. */
    @Schema(name = "CategoryCount")
    record CategoryCount(UUID value, String label, long count) {}

    /** Both bounds belong to the range, in the minor unit; the last one is open. */
    @Schema(name = "PriceCount")
    record PriceCount(
            long from,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) @Nullable Long to,
            long count) {}

    /** Whether units can be sold. */
    @Schema(name = "StockCount")
    record StockCount(boolean value, long count) {}

    /** {@code value}: as text, whatever it is in the product. */
    @Schema(name = "ValueCount")
    record ValueCount(String value, long count) {}
}
