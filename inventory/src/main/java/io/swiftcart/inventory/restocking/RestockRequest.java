package io.swiftcart.inventory.restocking;

import io.swiftcart.inventory.domain.Lines;
import io.swiftcart.inventory.domain.Lines.Line;
import io.swiftcart.inventory.domain.Sku;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Units to put back.
 *
 * @param restockId one return, one id: a repeat changes nothing
 * @param items 1 to 100 lines; lines of one SKU are summed
 */
@Schema(name = "Restock")
record RestockRequest(
        @NotNull UUID restockId,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Item> items) {

    /**
     * One line.
     *
     * @param qty units
     */
    @Schema(name = "RestockItem")
    record Item(
            @NotNull @Pattern(regexp = Sku.PATTERN) String sku,
            @NotNull @Min(1) @Max(1_000_000) Integer qty) {}

    Lines lines() {
        return Lines.of(items.stream().map(item -> new Line(item.sku(), item.qty())).toList());
    }
}
