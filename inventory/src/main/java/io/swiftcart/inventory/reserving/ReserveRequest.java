package io.swiftcart.inventory.reserving;

import io.swiftcart.inventory.domain.Lines;
import io.swiftcart.inventory.domain.Lines.Line;
import io.swiftcart.inventory.domain.Sku;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A wish to hold units for an order.
 *
 * @param items 1 to 100 lines; lines of one SKU are summed
 * @param ttlSeconds how long to hold them, from 1 second to a day
 */
@Schema(name = "Reserve")
record ReserveRequest(
        @NotNull UUID orderId,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Item> items,
        @NotNull @Min(1) @Max(86_400) Integer ttlSeconds) {

    /**
     * One line.
     *
     * @param qty units
     */
    @Schema(name = "ReserveItem")
    record Item(
            @NotNull @Pattern(regexp = Sku.PATTERN) String sku,
            @NotNull @Min(1) @Max(1_000_000) Integer qty) {}

    Lines lines() {
        return Lines.of(items.stream().map(item -> new Line(item.sku(), item.qty())).toList());
    }

    Duration ttl() {
        return Duration.ofSeconds(ttlSeconds);
    }
}
